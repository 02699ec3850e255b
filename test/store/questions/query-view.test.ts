import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryError } from '../../../src/model/facts/query-error.js';
import type { ViewFilter } from '../../../src/model/filters.js';
import type { Page } from '../../../src/model/ports/questions.js';
import type { Store } from '../../../src/model/ports/store.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';

const county = (code: string, name: string, city: string | null = '临川市', province = '青禾省') => ({
  code,
  name,
  city,
  province,
});

let store: Store;
beforeAll(async () => {
  store = openSqliteStore(':memory:');
  await store.save(
    buildDocument({
      path: '云溪/水利.txt',
      disclosures: [
        {
          region: county('990104', '云溪区'),
          department: '云溪区水利局',
          departmentKey: '水利局',
          projects: [
            {
              name: '铁路护路经费',
              wan: '2',
              purpose: '100%用于巡护',
              indicators: [
                { name: '巡护里程', target: '≥30公里', parsed: { quantity: '30' } },
                { name: '护路员满意', target: null, level1: '满意度指标', level2: '服务对象满意度指标' },
              ],
            },
            { name: "引号'; DROP TABLE document_rows;--" },
          ],
        },
      ],
    }),
  );
  await store.save(
    buildDocument({
      path: '石桥/教育.txt',
      disclosures: [
        {
          region: county('990203', '石桥县', '望山市'),
          year: 2022,
          department: '县教育局',
          departmentKey: '教育局',
          projects: [
            { name: '护路宣传', wan: '13', indicators: [{ name: '讲座', parsed: { quantity: '4' } }] },
          ],
        },
        {
          region: county('990203', '石桥县', '望山市'),
          year: 2023,
          department: '县水利局',
          departmentKey: '水利局',
        },
      ],
    }),
  );
  await store.save(
    buildDocument({
      path: '不明.txt',
      disclosures: [
        {
          region: null,
          department: '交通局',
          departmentKey: '交通局',
          projects: [{ name: '修桥', wan: '5' }],
        },
      ],
    }),
  );
  await store.save(buildDocument({ path: '坏.doc', outcome: 'corrupt', reason: '文件头不完整' }));
});
afterAll(() => store.close());

const names = async (view: string, filter: ViewFilter, page: Page = {}): Promise<unknown[]> =>
  (await store.query(view, filter, page)).rows.map((row) => row.project ?? row.name ?? row.path);

describe('queryView filters', () => {
  it.each([
    ['990104', ['云溪/水利.txt']],
    ['9901', ['云溪/水利.txt']],
    ['990100', ['云溪/水利.txt']],
    ['990000', ['云溪/水利.txt', '石桥/教育.txt']],
    ['99', ['云溪/水利.txt', '石桥/教育.txt']],
    ['青禾省', ['云溪/水利.txt', '石桥/教育.txt']],
    ['青禾', ['云溪/水利.txt', '石桥/教育.txt']],
    ['望山市', ['石桥/教育.txt']],
    ['云溪区', ['云溪/水利.txt']],
    ['云', []],
    ['%', []],
  ])('region %s finds what is in it', async (region, expected) => {
    expect(await names('documents', { region }, { sort: 'path' })).toEqual(expected);
  });

  it('finds a document by any of its disclosures', async () => {
    expect(await names('documents', { department: '水利局', year: 2023, region: '石桥县' })).toEqual([
      '石桥/教育.txt',
    ]);
    expect(await names('documents', { year: 2022 })).toEqual(['石桥/教育.txt']);
    expect(await names('documents', { department: '教育局', year: 2023 })).toEqual([]);
  });

  it.each<[ViewFilter, string[]]>([
    [{ year: 2022 }, ['护路宣传']],
    [{ department: '云溪区水利' }, ['铁路护路经费', "引号'; DROP TABLE document_rows;--"]],
    [{ project: '护路' }, ['铁路护路经费', '护路宣传']],
    [{ text: '巡护' }, ['铁路护路经费']],
    [{ text: '100%用' }, ['铁路护路经费']],
    [{ text: '1%用' }, []],
    [{ text: '_路' }, []],
    [{ unresolved: true }, ['修桥']],
    [{ region: '青禾省', project: '护路', year: 2023 }, ['铁路护路经费']],
  ])('projects by %o', async (filter, expected) => {
    expect(await names('projects', filter)).toEqual(expected);
  });

  it('finds indicators by level, with or without its last word', async () => {
    expect((await store.query('indicators', { level1: '满意度' })).rows).toHaveLength(1);
    expect(
      (await store.query('indicators', { level1: '满意度指标', level2: '服务对象满意度' })).rows,
    ).toHaveLength(1);
    expect((await store.query('indicators', { level2: '数量指标' })).rows).toHaveLength(2);
  });

  it('finds unresolved documents', async () => {
    expect(await names('documents', { unresolved: true })).toEqual(['不明.txt']);
  });
});

describe('queryView pages', () => {
  it('sorts, blank values last, and cuts', async () => {
    const amounts = async (page: Page) =>
      (await store.query('projects', {}, { columns: ['amount_wan'], ...page })).rows.map(
        (row) => row.amount_wan,
      );
    expect(await amounts({ sort: '-amount_wan' })).toEqual([13, 5, 2, null]);
    expect(await amounts({ sort: 'amount_wan' })).toEqual([2, 5, 13, null]);
    expect(await amounts({ sort: 'amount_wan', limit: 2, offset: 1 })).toEqual([5, 13]);
    expect(await amounts({ limit: 0 })).toEqual([]);
  });

  it('gives the columns wanted in their order', async () => {
    const { columns, rows } = await store.query(
      'projects',
      { year: 2022 },
      { columns: ['amount_wan', 'project', 'project'] },
    );
    expect(columns).toEqual(['amount_wan', 'project']);
    expect(rows).toEqual([{ amount_wan: 13, project: '护路宣传' }]);
  });

  it('puts places side by side by default', async () => {
    expect(await names('projects', { text: '护路' })).toEqual(['铁路护路经费', '护路宣传']);
  });

  it('takes views without superseded documents', async () => {
    expect((await store.query('current_projects', { project: '护路' })).rows).toHaveLength(2);
  });
});

describe('queryView refuses', () => {
  it.each<[string, string, ViewFilter, Page, string]>([
    ['an unknown view', 'foo', {}, {}, 'documents'],
    ['a table', 'document_rows', {}, {}, 'documents'],
    ['an unknown column', 'projects', {}, { columns: ['x"; DROP VIEW projects;--'] }, 'amount_wan'],
    ['an unknown sort column', 'projects', {}, { sort: '-1' }, 'amount_wan'],
    ['a filter the view lacks', 'projects', { level1: '产出' }, {}, '--project'],
    ['a filter on what findings lack', 'projects', { severity: 'error' }, {}, '--project'],
    ['a code of odd length', 'projects', { region: '990' }, {}, '6 位'],
    ['a negative limit', 'projects', {}, { limit: -5 }, '--limit'],
    ['a limit that is no whole number', 'projects', {}, { limit: 1.5 }, '--limit'],
    ['a place where rows have none', 'finding_runs', { year: 2023 }, {}, '--rule'],
    ['a search where nothing is text', 'finding_runs', { text: 'x' }, {}, '--text'],
  ])('%s and says what is valid', async (_, view, filter, page, hint) => {
    await expect(store.query(view, filter, page)).rejects.toThrow(QueryError);
    await expect(store.query(view, filter, page)).rejects.toThrow(hint);
  });

  it('nothing of an injected value', async () => {
    const before = await store.dump();
    const evil = "x' OR 1=1; DROP TABLE project_rows; --";
    for (const filter of [{ region: evil }, { department: evil }, { project: evil }, { text: evil }]) {
      expect((await store.query('projects', filter)).rows).toEqual([]);
    }
    expect(await names('projects', { text: "'; DROP TABLE" })).toHaveLength(1);
    expect(await store.dump()).toBe(before);
  });
});
