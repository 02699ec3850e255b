import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ViewFilter } from '../../../src/model/filters.js';
import type { Page } from '../../../src/model/ports/questions.js';
import type { Store } from '../../../src/model/ports/store.js';
import { rowSchema } from '../../../src/model/row-schema.js';
import type { SqlValue } from '../../../src/model/sql-value.js';
import { findView } from '../../../src/model/views.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';
import { randomStore } from '../../support/random-store.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { SeededRandom } from '../../support/seeded-random.js';
import { someOf } from '../../support/thorough.js';

const SEEDS = Array.from({ length: 5 }, (_, n) => n + 1);
const randomized = (seed: number): Promise<Store> => randomStore(new SeededRandom(seed), 14);

const FILTERS: Record<string, ViewFilter[]> = {
  indicators: [
    {},
    { region: '青禾' },
    { year: 2022, level2: '数量' },
    { department: '水利局', level1: '产出指标' },
    { unresolved: true },
    { text: '宣传' },
    { project: '清淤', region: '99' },
  ],
  projects: [{}, { region: '990104', year: 2022 }, { department: '局' }, { text: '宣传' }, { project: '护' }],
  findings: [{}, { severity: 'error' }, { rule: 'goal-differs', region: '青禾省' }, { year: 2030 }],
  budgets: [{}, { region: '青禾' }],
};
const SORTS: Record<string, (string | undefined)[]> = {
  indicators: [
    undefined,
    '-year',
    'department_key,-region_code',
    'name',
    '-name',
    'quantity',
    '-quantity',
    'kind',
  ],
  projects: [undefined, 'year', '-amount_wan', 'amount_fen', 'project', '-region'],
  findings: [
    undefined,
    'severity',
    '-severity',
    '-year,severity',
    'severity,-year',
    'rule',
    '-rule',
    'rule,-severity',
    'difference_wan',
    '-difference_wan',
  ],
  budgets: [undefined, '-year'],
};

const VIEWS = Object.keys(FILTERS).flatMap((view) => [view, `current_${view}`]);
const of = <T>(table: Record<string, T>, view: string): T => table[view.replace('current_', '')] as T;

/** The whole list, as no page is cut from it. */
const list = async (store: Store, view: string, filter: ViewFilter, page: Page = {}) =>
  (await store.query(view, filter, page)).rows;

function counted(rows: readonly Record<string, SqlValue>[], column: string): Map<SqlValue, number> {
  const counts = new Map<SqlValue, number>();
  for (const row of rows) {
    const value = row[column] ?? null;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

describe('a store after imports, re-imports, removals, assignments, audits and new versions', () => {
  it.each(someOf(2, SEEDS))('has the summaries that counting gives (%i)', async (seed) => {
    const store = await randomized(seed);
    expect((await store.check()).problems).toEqual([]);
    await store.close();
  });

  it.each(someOf(2, SEEDS))('counts and facets as the rows do (%i)', async (seed) => {
    const store = await randomized(seed);
    for (const view of VIEWS) {
      for (const filter of of(FILTERS, view)) {
        const rows = await list(store, view, filter);
        expect(await store.count(view, filter), `${view} ${JSON.stringify(filter)}`).toEqual({
          rows: rows.length,
          isExact: true,
        });
        const columns = [
          'province',
          'year',
          'stage',
          'department_key',
          'level2',
          'kind',
          'severity',
          'rule',
        ].filter((name) => findView(view)?.columns.some((column) => column.name === name));
        for (const wanted of [columns, columns.slice(0, 2), ['region', 'project']]) {
          const facets = await store.facets(view, filter, wanted);
          for (const column of wanted) {
            const found = facets.filter((each) => each.column === column);
            expect(new Map(found.map(({ value, count }) => [value, count]))).toEqual(counted(rows, column));
          }
        }
      }
    }
    await store.close();
  });

  it.each(someOf(1, SEEDS.slice(0, 3)))(
    'gives every page as a piece of the whole list (%i)',
    async (seed) => {
      const store = await randomized(seed);
      for (const view of VIEWS) {
        for (const filter of of(FILTERS, view)) {
          for (const sort of of(SORTS, view)) {
            const whole = await list(store, view, filter, { sort });
            for (const offset of [0, 1, 4, whole.length - 1, whole.length].filter((each) => each >= 0)) {
              const page = await list(store, view, filter, { sort, limit: 3, offset });
              expect(page, `${view} ${JSON.stringify(filter)} ${sort} ${offset}`).toEqual(
                whole.slice(offset, offset + 3),
              );
            }
          }
        }
      }
      await store.close();
    },
  );
});

describe('a summary that is wrong', () => {
  it('is found by the check', async () => {
    const path = join(scratchFolder(), '库.db');
    const store = openSqliteStore(path);
    await store.save(buildDocument({ disclosures: [{ projects: [{ name: '清淤', wan: '3' }] }] }));
    await store.close();
    const db = new Database(path);
    db.exec(
      'UPDATE project_count_rows SET amount_fen = amount_fen + 1; UPDATE disclosure_rows SET texts = 9',
    );
    db.close();
    const again = openSqliteStore(path, { readOnly: true });
    expect((await again.check()).problems.map(({ message }) => message)).toEqual([
      '汇总“各份公开的行数”与逐条计数不符',
      '汇总“全国的项目数与金额”与逐条计数不符',
    ]);
    await again.close();
  });
});

describe('the views of summaries', () => {
  it('have the columns and values they say', async () => {
    const store = await randomized(3);
    for (const name of ['indicator_counts', 'project_counts', 'finding_counts']) {
      const view = findView(name);
      const { rows } = await store.query(name);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(view && rowSchema(view).parse(row)).toEqual(row);
    }
    await expect(store.query('project_counts', { region: '云溪区' })).rejects.toThrow('--year');
    await store.close();
  });

  it('stop counting texts where there are more than asked for', async () => {
    const store = await randomized(3);
    expect(await store.count('indicators', { text: '宣传' }, 1)).toEqual({ rows: 1, isExact: false });
    await store.close();
  });
});
