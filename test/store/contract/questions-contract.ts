import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QueryError } from '../../../src/model/facts/query-error.js';
import type { ViewFilter } from '../../../src/model/filters.js';
import type { Partition } from '../../../src/model/partition.js';
import type { SearchScope } from '../../../src/model/ports/questions.js';
import type { Store } from '../../../src/model/ports/store.js';
import type { SqlValue } from '../../../src/model/sql-value.js';
import { VIEWS } from '../../../src/model/views.js';
import { collected } from '../../support/collected.js';
import { buildDocument } from '../../support/document-builder.js';
import type { OpenEngine } from './contract-of.js';
import { countedBySql } from './counted-by-sql.js';
import { SAMPLE, sample, saveSample } from './sample-documents.js';

type Row = Record<string, SqlValue>;
const holds = (value: SqlValue | undefined, text: string): boolean => String(value ?? '').includes(text);

/** A filter, the view it is put to, and the rows it is to keep. */
const FILTERED: readonly [view: string, filter: ViewFilter, isKept: (row: Row) => boolean][] = [
  ['projects', {}, () => true],
  ['projects', { year: 2023 }, ({ year }) => year === 2023],
  ['projects', { stage: 'budget', year: 2023 }, ({ year }) => year === 2023],
  ['projects', { stage: 'final' }, () => false],
  ['documents', { stage: 'budget' }, ({ outcome }) => outcome === 'ok'],
  ['projects', { department: '水利' }, ({ department }) => holds(department, '水利')],
  ['projects', { project: '河道' }, ({ project }) => holds(project, '河道')],
  ['projects', { text: '完成禁毒' }, ({ annual_goal }) => holds(annual_goal, '完成禁毒')],
  ['projects', { region: '青禾省' }, () => true],
  ['projects', { region: '99' }, () => true],
  ['projects', { region: '临川市' }, ({ city }) => city === '临川市'],
  ['projects', { region: '9902' }, ({ city }) => city === '望江市'],
  ['projects', { region: '北川县' }, ({ region }) => region === '北川县'],
  ['projects', { region: '990104' }, ({ region }) => region === '云溪区'],
  ['projects', { region: '青禾省望江市石桥县' }, ({ region }) => region === '石桥县'],
  ['projects', { region: '990199' }, () => false],
  ['indicators', { level1: '产出指标' }, ({ level1 }) => level1 === '产出指标'],
  ['indicators', { level1: '产出' }, ({ level1 }) => level1 === '产出指标'],
  [
    'indicators',
    { level2: '数量指标', year: 2024 },
    ({ level2, year }) => level2 === '数量指标' && year === 2024,
  ],
  ['indicators', { project: '校舍', region: '9901' }, ({ project }) => holds(project, '校舍')],
  ['indicators', { text: '满意' }, ({ name }) => holds(name, '满意')],
  [
    'costs',
    { text: '禁毒' },
    ({ calculation, project }) => holds(calculation, '禁毒') || holds(project, '禁毒'),
  ],
  ['statements', { kind: 'three-public' }, ({ kind }) => kind === 'three-public'],
  ['statement_items', { text: '接待', region: '云溪区' }, ({ item }) => holds(item, '接待')],
  ['statement_items', { kind: 'expenditure' }, ({ kind }) => kind === 'expenditure'],
  ['statements_said', { text: '22人', year: 2023 }, ({ sentence }) => holds(sentence, '22人')],
  ['documents', { outcome: 'corrupt' }, ({ outcome }) => outcome === 'corrupt'],
  ['documents', { format: 'pdf' }, ({ format }) => format === 'pdf'],
  ['documents', { region: '临川市' }, ({ path }) => holds(path, '2023/')],
];

const isIn = (partition: Partition, row: Record<string, SqlValue> = {}): boolean =>
  Object.entries(partition).every(([column, value]) => row[column] === value);

/** Questions: every way of asking agrees with the others. */
export function questionsContract(open: OpenEngine): void {
  describe('questions', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await saveSample(store);
    });
    afterEach(() => store.close());

    it.each(FILTERED)('%s %j: list, pages, stream, count and facets agree', async (view, filter, isKept) => {
      const every = (await store.query(view)).rows;
      const { rows } = await store.query(view, filter);
      expect(rows).toEqual(every.filter(isKept));
      expect(await collected(store.rows(view, filter))).toEqual(rows);
      const values = rows.map((row) => Object.values(row));
      expect((await collected(store.blocks(view, filter))).flat()).toEqual(values);
      const parts = await store.partitions(view, filter);
      for (const { partition } of parts) {
        const own = values.filter((_, n) => isIn(partition, rows[n]));
        expect(own).not.toEqual([]);
        expect((await collected(store.blocks(view, filter, partition))).flat()).toEqual(own);
      }
      expect(rows.every((row) => parts.some(({ partition }) => isIn(partition, row)))).toBe(true);
      expect(await store.count(view, filter)).toEqual({ rows: rows.length, isExact: true });
      const pages = await Promise.all(
        [0, 2, 4].map((offset) => store.query(view, filter, { limit: offset < 4 ? 2 : undefined, offset })),
      );
      expect(pages.flatMap((page) => page.rows)).toEqual(rows);
      const counts = await store.facets(view, filter, ['year', 'province']);
      for (const column of ['year', 'province']) {
        const own = counts.filter((each) => each.column === column);
        expect(own.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
        for (const { value, count } of own) {
          expect(rows.filter((row) => row[column] === value)).toHaveLength(count);
        }
      }
    });

    it('says what every place disclosed for a year, money of the budget only, without superseded documents', async () => {
      const region = { code: '990300', name: '南浦市', province: '青禾省', city: null };
      const project = { name: '河道整治' };
      await store.save(
        buildDocument({
          path: '南浦.docx',
          disclosures: [
            { region, year: 2023, department: '水利局', projects: [{ ...project, wan: '0' }] },
            {
              region,
              year: 2023,
              department: '水利局',
              stage: 'final',
              projects: [{ ...project, wan: '9' }],
            },
            { region: null, year: 2023, department: '教育局', projects: [project, { name: '校舍' }] },
          ],
        }),
      );
      const figures = (departments: number, projects: number, budgetFen: number | null) => ({
        departments,
        projects,
        budgetFen,
        auditedProjects: null,
        findings: 0,
      });
      expect(await store.publishedPlaces({ year: 2023 })).toEqual([
        {
          province: '青禾省',
          city: '临川市',
          region: '云溪区',
          regionCode: '990104',
          ...figures(1, 1, 12_500_000),
        },
        {
          province: '青禾省',
          city: '临川市',
          region: '北川县',
          regionCode: '990105',
          ...figures(1, 2, 11_000_000),
        },
        { province: '青禾省', city: null, region: '南浦市', regionCode: '990300', ...figures(1, 2, 0) },
        { province: null, city: null, region: null, regionCode: null, ...figures(1, 2, null) },
      ]);
      expect(
        (await store.publishedPlaces({ region: '9903', year: 2023 })).map(({ region: name }) => name),
      ).toEqual(['南浦市']);
      expect(await store.publishedPlaces({ year: 2024 })).toMatchObject([
        { regionCode: '990203', departments: 1 },
      ]);
      expect(await store.publishedPlaces({ year: 1999 })).toEqual([]);
    });

    it('answers every view with its columns, empty or not', async () => {
      for (const view of VIEWS) {
        const names = view.columns.map(({ name }) => name);
        const { columns, rows } = await store.query(view.name);
        expect(columns).toEqual(names);
        for (const row of rows) expect(Object.keys(row)).toEqual(names);
      }
    });

    it('sorts, the blank last, and picks columns', async () => {
      const amounts = await store.query('projects', {}, { columns: ['amount_wan'], sort: '-amount_wan' });
      expect(amounts).toEqual({
        columns: ['amount_wan'],
        rows: [20, 12.5, 8, 7, 3].map((amount_wan) => ({ amount_wan })),
      });
      const years = (await store.query('documents', {}, { columns: ['year'], sort: 'year' })).rows;
      expect(years.at(-1)).toEqual({ year: null });
    });

    it('gives the rows of one state, and lets others write meanwhile', async () => {
      const seen: SqlValue[] = [];
      for await (const { project } of store.rows('projects')) {
        if (seen.length === 0) {
          const disclosures = [{ projects: [{ name: '后来' }] }];
          await store.save(buildDocument({ path: '后来.txt', disclosures }));
          await store.remove([sample(2).sha256]);
        }
        seen.push(project ?? null);
      }
      expect(seen).toHaveLength(5);
      expect(seen).not.toContain('后来');
      expect((await store.count('projects')).rows).toBe(5);
    });

    it('may be left in the middle of the rows', async () => {
      for await (const _ of store.rows('projects')) break;
      await store.remove([sample(0).sha256]);
      expect((await store.count('projects')).rows).toBe(4);
    });

    it('tells which partitions say something else, and of no others', async () => {
      const contents = async () =>
        new Map(
          (await store.partitions('projects')).map(({ partition, content }) => [
            JSON.stringify(partition),
            content,
          ]),
        );
      const document = (name: string, year: number) =>
        buildDocument({ path: `${year}.txt`, disclosures: [{ year, projects: [{ name }] }] });
      await store.save(document('河道清淤', 2031));
      await store.save(document('植树', 2032));
      const before = await contents();
      expect([...before.values()].every((content) => content !== null)).toBe(true);
      await store.save({ ...document('植树', 2032), readerVersion: '98' });
      expect(await contents()).toEqual(before);
      const { sha256 } = document('植树', 2032);
      await store.save({ ...document('护林', 2032), sha256, readerVersion: '99' });
      const after = await contents();
      expect([...after.keys()]).toEqual([...before.keys()]);
      expect([...after].filter(([key, content]) => before.get(key) !== content)).toHaveLength(1);
      await store.assign(sha256, { year: 2033 });
      const moved = (await store.partitions('projects')).map(({ partition }) => partition.year);
      expect(moved).toContain(2033);
      expect(moved).not.toContain(2032);
      const [first] = await store.partitions('projects', {}, { year: 2033 });
      expect(first?.content).toBe([...(await contents())].at(-1)?.[1]);
    });

    it('matches very values, and tells different ones', async () => {
      const [pdf] = await store.matching('documents', { outcome: ['corrupt', 'limit'] }, ['path']);
      expect(pdf).toEqual({ path: '2024/坏.pdf' });
      expect(await store.matching('documents', { region: null, format: 'docx' })).toEqual([]);
      expect(await store.matching('documents', { sha256: [] })).toEqual([]);
      expect(await store.distinct('projects', ['year'])).toEqual([
        { year: 2022 },
        { year: 2023 },
        { year: 2024 },
      ]);
    });

    it('searches words, all, one of two, and without one', async () => {
      const found = async (text: string, options = {}): Promise<string[]> =>
        [
          ...new Set(
            (await store.search(text, { limit: 100, ...options })).map(({ project }) => String(project)),
          ),
        ].sort();
      expect(await found('清淤')).toEqual(['河道清淤']);
      expect(await found('校舍 OR 禁毒')).toEqual(['校舍维修', '禁毒宣传'].sort());
      expect(await found('完成 NOT 清淤')).toEqual(['校舍维修', '禁毒宣传'].sort());
      expect(await found('清淤 禁毒')).toEqual([]);
      expect(await found('完成', { region: '石桥县' })).toEqual(['河道清淤']);
      const [hit] = await store.search('禁毒', { views: ['projects'] });
      expect(hit).toMatchObject({ view: 'projects', project: '禁毒宣传', year: 2023 });
      expect(hit?.snippet).toContain('【禁毒】');
    });

    it('comes page by page in a search', async () => {
      const whole = await store.search('完成', { limit: 100 });
      const pages = await Promise.all([0, 2, 4].map((offset) => store.search('完成', { limit: 2, offset })));
      expect(pages.flat()).toEqual(whole.slice(0, 6));
    });

    it.each<[string, SearchScope]>([
      ['禁毒', {}],
      ['完成', { region: '9902' }],
      ['满意', { level1: '满意度指标', year: 2023 }],
      ['清淤', { stage: 'self-evaluation' }],
      ['清淤', { department: '水利', views: ['projects', 'texts'] }],
      ['没有的字', {}],
    ])('counts what a search for %s %j finds, as SQL does and as its pages do', async (text, scope) => {
      const disclosures = [
        {
          stage: 'self-evaluation' as const,
          projects: [{ name: '河道清淤' }],
          texts: [{ heading: '概况', text: '清淤三公里' }, { text: '无关' }],
        },
      ];
      await store.save(buildDocument({ path: '自评.docx', disclosures }));
      const { rows, isExact, facets } = await store.searchCounts(text, scope);
      expect(isExact).toBe(true);
      expect(await store.search(text, { ...scope, limit: 1000 })).toHaveLength(rows);
      for (const column of ['view', 'year', 'stage', 'province', 'department_key', 'level1']) {
        const counted = facets.filter((each) => each.column === column);
        expect([column, counted]).toEqual([column, await countedBySql(store, column, text, scope)]);
      }
    });

    it('locates what ids name', async () => {
      const [project] = await store.matching('projects', { project: '禁毒宣传' }, ['id']);
      expect(await store.locate(`p${project?.id}`)).toEqual({
        kind: 'project',
        sha256: sample(1).sha256,
        disclosure: 1,
        index: 1,
      });
      await expect(store.locate('x1')).rejects.toThrow(QueryError);
      await expect(store.locate('p1')).rejects.toThrow(QueryError);
    });

    it('counts the whole', async () => {
      const summary = await store.summary();
      expect(summary).toMatchObject({
        documents: 4,
        disclosures: 4,
        projects: 5,
        indicators: 10,
        statements: 2,
      });
      expect(summary.outcomes).toEqual({ ok: 3, corrupt: 1 });
      expect(await store.overview()).toMatchObject({ documents: 4, regions: 3, departments: 3 });
      const byFormat = await store.countBy('format');
      expect(byFormat.map(({ value, documents }) => [value, documents])).toEqual([
        ['pdf', 2],
        ['text', 2],
      ]);
      for (const by of ['province', 'year', 'stage', 'outcome'] as const) {
        const groups = await store.countBy(by);
        expect(groups.reduce((sum, { documents }) => sum + documents, 0)).toBe(SAMPLE.length);
        expect(groups.reduce((sum, { statements }) => sum + statements, 0)).toBe(2);
      }
    });

    it('answers a SELECT, and nothing else', async () => {
      const asked = 'SELECT project, year FROM projects WHERE year = :year ORDER BY project';
      const { columns, rows, truncated } = await store.sql(asked, { year: 2024 });
      expect({ columns, rows, truncated }).toEqual({
        columns: ['project', 'year'],
        rows: [{ project: '河道清淤', year: 2024 }],
        truncated: false,
      });
      expect((await store.sql('SELECT id FROM projects', [], { rows: 2 })).truncated).toBe(true);
      for (const refused of ['DELETE FROM projects', 'SELECT 1; SELECT 2', 'SELECT * FROM document_paths']) {
        await expect(store.sql(refused)).rejects.toThrow(QueryError);
      }
    });

    it.each<[string, (store: Store) => Promise<unknown>]>([
      ['an unknown view', (asked) => asked.query('foo')],
      ['an unknown column', (asked) => asked.query('projects', {}, { columns: ['x"'] })],
      ['a filter the view lacks', (asked) => asked.query('projects', { severity: 'error' })],
      ['an unknown column of facets', (asked) => asked.facets('projects', {}, ['x'])],
      ['an unknown column to match', (asked) => asked.matching('projects', { x: 1 })],
      ['a stream of an unknown view', (asked) => collected(asked.rows('foo'))],
      ['a search for nothing', (asked) => asked.search('，')],
      ['a bad page', (asked) => asked.query('projects', {}, { limit: -5 })],
    ])('refuses %s by promise', async (_, ask) => {
      await expect(ask(store)).rejects.toThrow(QueryError);
    });
  });
}
