import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryError } from '../../../src/model/facts/query-error.js';
import type { Store } from '../../../src/model/ports/store.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument, SOME_REGION } from '../../support/document-builder.js';

const OTHER = { code: '990105', name: '北川县', province: '青禾省', city: '临川市' };

let store: Store;
beforeAll(async () => {
  store = openSqliteStore(':memory:');
  const project = (name: string, calculation: string) => ({
    name,
    wan: '2',
    indicators: [{ name: `${name}次数` }],
    costs: [{ item: '宣传', wan: '1', calculation }],
  });
  const twice = buildDocument({
    path: '甲.txt',
    disclosures: [
      { year: 2023, total: '9', projects: [project('道路养护', '甲'), { name: '照明', hasForm: false }] },
      { year: 2024, total: '8', projects: [project('铁路护路', '乙'), project('河道清淤', '丙')] },
    ],
  });
  for (const { costs } of twice.disclosures) {
    for (const cost of costs) {
      cost.parsed = {
        raw: cost.calculation ?? '',
        result: 'exact',
        terms: [],
        computedYuan: null,
        statedYuan: null,
        quantities: [],
      };
    }
  }
  await store.save(twice);
  await store.save(
    buildDocument({
      path: '乙.txt',
      disclosures: [{ region: OTHER, projects: [{ name: '平安建设', annualGoal: '做好护路工作' }] }],
    }),
  );
});
afterAll(() => store.close());

const names = (rows: readonly { project: string }[]): string[] => rows.map(({ project }) => project).sort();

describe('comparison rows', () => {
  it('finds projects by character pairs of the name, or by text', async () => {
    const find = async (least: number, texts: string[]) =>
      names(await store.findProjects({ names: [{ pairs: ['铁路', '护路', '养护'], least }], texts }, {}));
    expect(await find(2, [])).toEqual(['铁路护路']);
    expect(await find(1, [])).toEqual(['道路养护', '铁路护路']);
    expect(await find(3, ['护路'])).toEqual(['平安建设', '铁路护路']);
  });

  it('keeps to the filter', async () => {
    const search = { names: [], texts: ['护路'] };
    const inRegion = names(await store.findProjects(search, { region: '990105' }));
    expect(inRegion).toEqual(['平安建设']);
  });

  it('gives each cost line its own calculation, also in the second disclosure of a document', async () => {
    const found = await store.findProjects({ names: [], texts: ['铁路护路', '河道清淤', '道路养护'] }, {});
    const costs = await store.costRows(found.map(({ id }) => id));
    const lines = costs.map(({ project, parsed }) => [project, parsed?.raw]);
    expect(lines).toEqual([
      ['道路养护', '甲'],
      ['铁路护路', '乙'],
      ['河道清淤', '丙'],
    ]);
  });

  it('reads a department over its years', async () => {
    const { projects, totals } = await store.departmentRows({
      region: SOME_REGION.name,
      department: '水利局',
    });
    expect(names(projects)).toEqual(['河道清淤', '照明', '道路养护', '铁路护路']);
    expect(totals.map(({ year, amountFen }) => [year, amountFen])).toEqual([
      [2023, 9_000_000],
      [2024, 8_000_000],
    ]);
  });

  it('counts forms and projects of each disclosure', async () => {
    const [form, ...others] = await store.formRows({ region: '990104', year: 2023 });
    expect(form).toMatchObject({
      kind: 'department',
      state: 'filled',
      forms: 1,
      projects: 2,
      withoutForm: 1,
    });
    expect(others).toEqual([]);
    expect((await store.departmentsSeen({})).length).toBe(3);
  });

  it('refuses a project that is not there', async () => {
    await expect(store.projectRow(1)).rejects.toThrow(QueryError);
  });
});
