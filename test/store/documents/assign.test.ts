import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QueryError } from '../../../src/model/facts/query-error.js';
import type { Store } from '../../../src/model/ports/store.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument, SOME_REGION } from '../../support/document-builder.js';

const other = { code: '990203', name: '石桥县', province: '青禾省', city: '望山市' };
const unplaced = buildDocument({
  disclosures: [
    {
      region: null,
      year: null,
      department: null,
      departmentKey: null,
      projects: [{ name: '清淤', wan: '5' }],
    },
  ],
});

let store: Store;
beforeEach(() => {
  store = openSqliteStore(':memory:');
});
afterEach(() => store.close());

const subjects = async (view: string) =>
  (await store.query(view, {}, { columns: ['region', 'year', 'department', 'department_key'] })).rows;

describe('assign', () => {
  it('repairs what was not inferred, in every view and in the document', async () => {
    await store.save(unplaced);
    expect((await store.query('documents')).rows).toMatchObject([{ unresolved: 'region,year,department' }]);
    await store.assign(unplaced.sha256, { region: other, year: 2024 });
    await store.assign(unplaced.sha256, {
      department: { name: '县水利局', code: '301', key: '水利局' },
      year: undefined,
    });
    const expected = { region: '石桥县', year: 2024, department: '县水利局', department_key: '水利局' };
    for (const view of ['documents', 'projects', 'cells'])
      expect(await subjects(view)).toContainEqual(expected);
    expect((await store.query('documents')).rows).toMatchObject([
      { unresolved: null, region_code: '990203' },
    ]);
    expect((await store.load(unplaced.sha256))?.disclosures[0]).toMatchObject({
      region: other,
      year: 2024,
      department: '县水利局',
      departmentCode: '301',
      departmentKey: '水利局',
      basis: {
        region: { from: 'assign', quote: '石桥县' },
        year: { from: 'assign' },
        department: { from: 'assign' },
      },
    });
  });

  it('survives a new import, also by a newer reader, and keeps the ids', async () => {
    await store.save(unplaced);
    await store.assign(unplaced.sha256, { region: other });
    const [before] = (await store.query('projects')).rows;
    const dump = await store.dump();
    await store.save(unplaced);
    expect(await store.dump()).toBe(dump);
    await store.save({ ...unplaced, readerVersion: '2' });
    expect((await store.query('projects')).rows).toEqual([before]);
  });

  it('replaces a wrong reading that all disclosures share, and not those that differ', async () => {
    const pack = buildDocument({
      disclosures: [
        { department: '水利局', year: 2022 },
        { department: '教育局', year: 2023 },
        { department: null, departmentKey: null, year: null },
      ],
    });
    await store.save(pack);
    await store.assign(pack.sha256, {
      region: other,
      year: 2024,
      department: { name: '财政局', code: null, key: '财政局' },
    });
    expect(
      (await store.load(pack.sha256))?.disclosures.map((each) => [
        each.region?.name,
        each.year,
        each.department,
      ]),
    ).toEqual([
      ['石桥县', 2022, '水利局'],
      ['石桥县', 2023, '教育局'],
      ['石桥县', 2024, '财政局'],
    ]);
  });

  it('places a document in which nothing was recognized', async () => {
    const broken = buildDocument({ outcome: 'corrupt' });
    await store.save(broken);
    await store.assign(broken.sha256, { region: SOME_REGION });
    expect((await store.query('documents', { region: SOME_REGION.name })).rows).toMatchObject([
      { region: SOME_REGION.name, unresolved: null },
    ]);
  });

  it('refuses a document that is not in the store', async () => {
    await expect(store.assign('0'.repeat(64), { year: 2024 })).rejects.toThrow(QueryError);
  });
});
