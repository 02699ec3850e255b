import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findView, rowSchema } from '../../src/model/views.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { buildDocument, SOME_REGION } from '../support/document-builder.js';

const counted = (store: Store) => ({
  indicators: store.query('indicator_counts').rows,
  projects: store.query('project_counts').rows,
});

/** The same by counting the rows one by one. */
const recounted = (store: Store) => ({
  indicators:
    store.sql(`SELECT province, year, stage, level1, level2, kind, count(*) AS indicators FROM indicators
    GROUP BY 1, 2, 3, 4, 5, 6
    ORDER BY province IS NULL, 1, year IS NULL, 2, 3, level1 IS NULL, 4, level2 IS NULL, 5, 6`).rows,
  projects:
    store.sql(`SELECT province, year, stage, count(*) AS projects, ifnull(sum(amount_fen), 0) AS amount_fen,
    ifnull(sum(amount_fen), 0) / 1000000.0 AS amount_wan FROM projects GROUP BY 1, 2, 3
    ORDER BY province IS NULL, 1, year IS NULL, 2, 3`).rows,
});

const plan = fc.record({
  path: fc.constantFrom('a', 'b', 'c'),
  year: fc.constantFrom(2022, 2023, null),
  region: fc.constantFrom(SOME_REGION, null),
  level2: fc.constantFrom('数量指标', '质量指标'),
  wan: fc.option(fc.constantFrom('1.5', '2'), { nil: undefined }),
  act: fc.constantFrom('save', 'save', 'save', 'remove', 'assign'),
});

describe('the summaries', () => {
  it('are what counting gives, whatever was saved, saved again, assigned and removed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { maxLength: 8 }), async (plans) => {
        const store = openStore(':memory:');
        let version = 0;
        for (const { path, year, region, level2, wan, act } of plans) {
          version += 1;
          const projects = [{ name: '清淤', wan, indicators: [{ name: '长度', level2 }] }];
          const document = buildDocument({
            path,
            readerVersion: String(version),
            disclosures: [{ year, region, projects }],
          });
          const isKnown =
            store.sql('SELECT 1 FROM documents WHERE sha256 = ?', [document.sha256]).rows.length > 0;
          if (act === 'save') await store.save(document);
          else if (act === 'remove') store.remove([document.sha256]);
          else if (isKnown) store.assign(document.sha256, { year: 2030 });
        }
        expect(counted(store)).toEqual(recounted(store));
        store.close();
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  it('answer facets as counting does', async () => {
    const store = openStore(':memory:');
    await store.save(
      buildDocument({ disclosures: [{ projects: [{ name: '甲', indicators: [{ name: '乙' }] }] }] }),
    );
    const filtered = store.facets('indicators', { year: 2023 });
    expect(store.facets('indicators')).toEqual(filtered);
    expect(filtered).toContainEqual({ column: 'level2', value: '数量指标', count: 1 });
    for (const name of ['indicator_counts', 'project_counts']) {
      const view = findView(name);
      for (const row of store.query(name, { year: 2023 }).rows)
        expect(view && rowSchema(view).parse(row)).toEqual(row);
    }
    expect(() => store.query('project_counts', { region: '云溪区' })).toThrow('--year');
    store.close();
  });
});
