import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QueryError } from '../../../src/model/facts/query-error.js';
import type { Store } from '../../../src/model/ports/store.js';
import type { PlaceLevel } from '../../../src/model/tabulation.js';
import { buildDocument } from '../../support/document-builder.js';
import type { StatementPlan } from '../../support/statement-builder.js';
import type { OpenEngine } from './contract-of.js';
import { saveSample } from './sample-documents.js';

const SEARCH = { names: [{ pairs: ['河道', '道清', '清淤'], least: 2 }], texts: ['禁毒'] };

/** What comparisons read. */
export function comparisonContract(open: OpenEngine): void {
  describe('comparison', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await saveSample(store);
    });
    afterEach(() => store.close());

    const names = (rows: readonly { project: string | null }[]): string[] =>
      rows.map(({ project }) => String(project)).sort();

    it('finds projects whose names resemble or whose texts hold what is looked for', async () => {
      expect(names(await store.findProjects(SEARCH, {}))).toEqual(
        ['河道清淤', '河道清淤', '禁毒宣传'].sort(),
      );
      expect(names(await store.findProjects(SEARCH, { region: '990203' }))).toEqual(['河道清淤']);
    });

    it('gives the nearest, and says when there are more', async () => {
      const { rows, isCut } = await store.nearestProjects({ names: [], texts: ['河道清淤'] }, {}, 10);
      expect({ rows: names(rows), isCut }).toEqual({ rows: ['河道清淤', '河道清淤'], isCut: false });
      expect((await store.nearestProjects({ names: [], texts: ['河道清淤'] }, {}, 1)).isCut).toBe(true);
      const indicators = await store.nearestIndicators({ names: [], texts: ['满意度'] }, { year: 2024 }, 10);
      expect(indicators.rows.map(({ name, year }) => [name, year])).toEqual([['群众满意度', 2024]]);
    });

    it('gives a project with its indicators and costs', async () => {
      const [found] = await store.findProjects({ names: [], texts: ['禁毒'] }, {});
      const project = await store.projectRow(found?.id ?? 0);
      expect(project).toMatchObject({
        project: '禁毒宣传',
        year: 2023,
        amountFen: 3_000_000,
        region: '北川县',
      });
      expect((await store.indicatorRows([project.id], [], {})).map(({ name }) => name)).toEqual([
        '禁毒宣传次数',
        '群众满意度',
      ]);
      expect(await store.costRows([project.id])).toMatchObject([
        { project: '禁毒宣传', item: '宣传', calculation: '禁毒宣传印刷 2 万元' },
      ]);
      await expect(store.projectRow(1)).rejects.toThrow(QueryError);
    });

    it('tells what places disclosed by year, in the order of places', async () => {
      const counted = async (level: PlaceLevel, filter = {}): Promise<unknown[]> =>
        (await store.placeYears(filter, level)).map((each) => [
          ...[each.province, each.city, each.region, each.year],
          ...[each.documents, each.disclosures, each.departments, each.projects, each.amount_fen],
        ]);
      expect(await counted('province')).toEqual([
        ['青禾省', null, null, 2022, 1, 1, 1, 1, 7_000_000],
        ['青禾省', null, null, 2023, 2, 2, 2, 3, 23_500_000],
        ['青禾省', null, null, 2024, 1, 1, 1, 1, 20_000_000],
      ]);
      expect(await counted('city', { year: 2023 })).toEqual([
        ['青禾省', '临川市', null, 2023, 2, 2, 2, 3, 23_500_000],
      ]);
      expect(await counted('region', { department: '水利局' })).toEqual([
        ['青禾省', '临川市', '云溪区', 2023, 1, 1, 1, 1, 12_500_000],
        ['青禾省', '望江市', '石桥县', 2024, 1, 1, 1, 1, 20_000_000],
      ]);
      const [row] = await store.placeYears({ region: '云溪区' }, 'region');
      expect(row).toMatchObject({
        indicators: 2,
        statements: 2,
        without_amount: 0,
        unchecked: 1,
        findings: 0,
      });
    });

    it('gives a department over its years', async () => {
      const rows = await store.departmentRows({ region: '北川县', department: '教育局' });
      expect(rows.projects.map(({ project, year }) => [project, year]).sort()).toEqual(
        [
          ['校舍维修', 2022],
          ['校舍维修', 2023],
          ['禁毒宣传', 2023],
        ].sort(),
      );
      expect((await store.departmentRows({ region: '云溪区' })).totals).toMatchObject([
        { year: 2023, amountFen: 90_000_000 },
      ]);
    });

    it('counts the statements of each disclosure, those without forms too', async () => {
      const statements: StatementPlan[] = [{ kind: 'income', columns: [], lines: [] }];
      await store.save(
        buildDocument({ path: '包.pdf', disclosures: [{ year: 2025, hasForm: false, statements }] }),
      );
      expect(await store.formRows({ year: 2025 })).toMatchObject([{ kind: null, forms: 0, statements: 1 }]);
      expect(await store.formRows({ region: '云溪区', year: 2023 })).toMatchObject([
        { forms: 1, statements: 2 },
      ]);
      expect((await store.departmentRows({ year: 2025 })).statements).toMatchObject([
        { kind: 'income', blank: 1 },
      ]);
    });

    it('knows kinds of statements by their titles and by words that one of them has', async () => {
      const named = async (kind: string) => (await store.query('statements', { kind })).rows.length;
      expect(await named('three-public')).toBeGreaterThan(0);
      expect(await named('“三公”经费表')).toBe(await named('three-public'));
      expect(await named('三公')).toBe(await named('three-public'));
      expect(await named('预算表')).toBe(0);
    });

    it('gives statements of a kind with their figures and the persons of the same disclosure', async () => {
      const { statements, items, persons, isCut } = await store.statementRows({ kind: 'three-public' });
      expect(statements).toMatchObject([
        { region: '云溪区', year: 2023, kind: 'three-public', title: '“三公”经费支出表', blank: 0, rows: 2 },
      ]);
      expect(items.map(({ statement }) => statement)).toEqual(Array(4).fill(statements[0]?.id));
      expect(items[1]).toMatchObject({
        item: '合计',
        columnKind: 'this-year',
        amountFen: 2_500_000,
        printed: '2.5',
      });
      expect(persons).toMatchObject([
        { disclosure: statements[0]?.disclosure, label: '在职人员', item: null, printed: '22人' },
      ]);
      expect(isCut).toBe(false);
      for (const filter of [{ region: '北川县' }, { year: 2024 }, { department: '教育局' }]) {
        expect((await store.statementRows(filter)).statements).toEqual([]);
      }
    });

    it('gives no more statements than asked for, and says when there are more', async () => {
      const { statements, items, isCut } = await store.statementRows({}, 1);
      expect({ statements: statements.length, isCut }).toEqual({ statements: 1, isCut: true });
      expect(new Set(items.map(({ statement }) => statement))).toEqual(new Set([statements[0]?.id]));
      expect(await store.statementRows({}, 2)).toMatchObject({ statements: [{}, {}], isCut: false });
    });

    it('counts the forms of each disclosure, and tells whose there are', async () => {
      expect(await store.formRows({ region: '北川县', year: 2023 })).toMatchObject([
        { departmentKey: '教育局', state: 'filled', forms: 1, projects: 2, withoutForm: 0 },
      ]);
      const seen = await store.departmentsSeen({});
      expect(seen.map(({ regionCode, year }) => `${regionCode} ${year}`).sort()).toEqual([
        '990104 2023',
        '990105 2022',
        '990105 2023',
        '990203 2024',
      ]);
    });
  });
}
