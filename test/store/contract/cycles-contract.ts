import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QueryError } from '../../../src/model/facts/query-error.js';
import type { Store } from '../../../src/model/ports/store.js';
import { linkDepartments } from '../../../src/pipeline/subjects/link-departments.js';
import {
  buildDocument,
  type DisclosurePlan,
  type IndicatorPlan,
  SOME_REGION,
} from '../../support/document-builder.js';
import type { OpenEngine } from './contract-of.js';

const least = (name: string, quantity: string, more: Partial<IndicatorPlan> = {}): IndicatorPlan => ({
  name,
  target: `≥${quantity}次`,
  parsed: { kind: 'number', operator: '>=', value: quantity, unit: '次', quantity, measure: '次' },
  ...more,
});
const done = (name: string, quantity: string, actual: string): IndicatorPlan =>
  least(name, quantity, {
    actual: `${actual}次`,
    actualParsed: { kind: 'number', value: actual, unit: '次', quantity: actual, measure: '次' },
    score: '10',
  });

const paper = (path: string, plan: DisclosurePlan) => buildDocument({ path, disclosures: [plan] });

const PROMISE = paper('2023/目标.docx', {
  year: 2023,
  projects: [
    { name: '河道清淤', wan: '20', indicators: [least('清淤次数', '12'), least('巡河次数', '50')] },
    { name: '水质监测', wan: '8', indicators: [least('采样', '4')] },
  ],
});
const REPORT = paper('2023/自评.docx', {
  year: 2023,
  stage: 'self-evaluation',
  projects: [
    {
      name: '河道清淤',
      wan: '20',
      spending: ['20', '18', '17'],
      score: '95',
      indicators: [done('清淤次数', '12', '10')],
    },
  ],
});
const NEXT = paper('2024/目标.docx', {
  year: 2024,
  projects: [{ name: '2024年河道清淤', wan: '22', indicators: [least('清淤次数', '6')] }],
});

/** Promise and result. */
export function cyclesContract(open: OpenEngine): void {
  describe('cycles', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      for (const document of [PROMISE, REPORT, NEXT]) await store.save(document);
      await linkDepartments(store);
    });
    afterEach(() => store.close());

    const outcomes = async (of: Store = store): Promise<unknown[]> =>
      (await of.query('outcomes')).rows.map((row) => [
        row.project,
        row.name,
        row.promised,
        row.reported_target,
        row.actual,
        row.next_target,
        row.status,
        row.self_evaluation,
      ]);

    it('has a row for each promised indicator, with what was reported and promised next', async () => {
      expect((await outcomes()).sort()).toEqual(
        [
          ['河道清淤', '清淤次数', '≥12次', '≥12次', '10次', '≥6次', 'missed', 'project'],
          ['河道清淤', '巡河次数', '≥50次', null, null, null, 'dropped', 'project'],
          ['水质监测', '采样', '≥4次', null, null, null, 'not-reported', 'department'],
          ['2024年河道清淤', '清淤次数', '≥6次', null, null, null, 'not-reported', 'none'],
        ].sort(),
      );
      const [row] = (await store.query('outcomes', { project: '河道清淤', year: 2023 })).rows;
      expect(await store.locate(`i${row?.reported_id}`)).toMatchObject({ kind: 'indicator' });
      expect(row).toMatchObject({ place: expect.any(String), reported_place: expect.any(String) });
    });

    it('shows links of projects and indicators to those who write SQL', async () => {
      const { rows } = await store.sql(
        'SELECT project, later_project, step, relation, ground, doubtful FROM project_links ORDER BY later_year, later_stage',
      );
      expect(rows).toEqual([
        {
          project: '河道清淤',
          later_project: '河道清淤',
          step: 'stage',
          relation: 'same',
          ground: 'name',
          doubtful: 0,
        },
        {
          project: '河道清淤',
          later_project: '2024年河道清淤',
          step: 'year',
          relation: 'same',
          ground: 'name',
          doubtful: 0,
        },
      ]);
      const links = await store.query('indicator_links', { year: 2023 });
      expect(
        links.rows.map(({ name, later_name: later, step, relation }) => [name, later, step, relation]).sort(),
      ).toEqual(
        [
          ['巡河次数', null, 'stage', 'dropped'],
          ['巡河次数', null, 'year', 'dropped'],
          ['清淤次数', '清淤次数', 'stage', 'same'],
          ['清淤次数', '清淤次数', 'year', 'same'],
        ].sort(),
      );
    });

    it('keeps money and scores of self-evaluations', async () => {
      expect((await store.query('execution')).rows).toMatchObject([
        { project: '河道清淤', initial: 20, budget: 18, spent: 17, rate: 94.44 },
      ]);
      expect((await store.query('scores')).rows).toMatchObject([{ project: '河道清淤', score: 95 }]);
    });

    it('has nothing to link until something changes, and then only that department', async () => {
      expect(await store.departmentsToLink()).toEqual([]);
      await store.save(
        paper('别处.docx', { department: '教育局', departmentKey: '教育局', projects: [{ name: '校舍' }] }),
      );
      expect(await store.departmentsToLink()).toMatchObject([
        { region: SOME_REGION.name, department: '教育局' },
      ]);
      await store.remove([REPORT.sha256]);
      expect((await store.departmentsToLink()).map(({ department }) => department).sort()).toEqual([
        '教育局',
        '水利局',
      ]);
      await linkDepartments(store);
      expect(await store.departmentsToLink()).toEqual([]);
      expect((await outcomes()).map((row) => (row as unknown[])[6])).toEqual(Array(4).fill('not-reported'));
    });

    it('does not depend on the order of imports', async () => {
      const other = await open();
      for (const document of [NEXT, REPORT]) await other.save(document);
      await linkDepartments(other);
      await other.save(PROMISE);
      await linkDepartments(other);
      expect(await other.dump()).toBe(await store.dump());
      await other.close();
    });

    it('links a department of the centre by its name, and none whose place is not known', async () => {
      const central = (path: string, department: string, stage: DisclosurePlan['stage']) =>
        paper(path, {
          region: null,
          department,
          departmentKey: '信访局',
          year: 2023,
          stage,
          projects: [{ name: '培训' }],
        });
      for (const [n, stage] of (['budget', 'self-evaluation'] as const).entries()) {
        await store.save(central(`国家${n}.pdf`, '国家信访局', stage));
        await store.save(central(`某${n}.pdf`, '信访局', stage));
      }
      await linkDepartments(store);
      const { rows } = await store.query('project_links', { project: '培训' });
      expect(rows.map(({ department, step }) => [department, step])).toEqual([['国家信访局', 'stage']]);
      expect(await store.departmentsToLink()).toEqual([]);
      expect(
        (await store.cycleDepartments({ department: '信访局' })).map(({ department }) => department),
      ).toEqual(['国家信访局']);
    });

    it('counts outcomes by department and year', async () => {
      const counts = await store.outcomeCounts({ region: SOME_REGION.name, year: 2023 });
      expect(
        counts.map(({ department, status, selfEvaluation, outcomes: n }) => [
          department,
          status,
          selfEvaluation,
          n,
        ]),
      ).toEqual([
        ['云溪区水利局', 'not-reported', 'department', 1],
        ['云溪区水利局', 'dropped', 'project', 1],
        ['云溪区水利局', 'missed', 'project', 1],
      ]);
      expect(await store.outcomeCounts({ region: '北川县' })).toEqual([]);
    });

    const idOf = async (project: string, year: number): Promise<number> =>
      Number((await store.query('projects', { project, year })).rows[0]?.id);

    it('keeps what a person decided over later imports, and takes it back', async () => {
      const [promised, next] = [await idOf('河道清淤', 2023), await idOf('河道清淤', 2024)];
      const water = await idOf('水质监测', 2023);
      await store.decideLink(next, promised, false);
      await store.decideLink(water, next, true);
      await linkDepartments(store);
      const years = async () =>
        (await store.query('project_links', {}, { sort: 'project' })).rows
          .filter(({ step }) => step === 'year')
          .map(({ project, later_project: later, ground }) => [project, later, ground]);
      expect(await years()).toEqual([['水质监测', '2024年河道清淤', 'hand']]);
      await store.remove([NEXT.sha256]);
      await linkDepartments(store);
      expect(await years()).toEqual([]);
      await store.save({ ...NEXT, readerVersion: '999' });
      await linkDepartments(store);
      expect(await years()).toEqual([['水质监测', '2024年河道清淤', 'hand']]);
      await store.decideLink(promised, next, null);
      await store.decideLink(next, water, null);
      await linkDepartments(store);
      expect(await years()).toEqual([['河道清淤', '2024年河道清淤', 'name']]);
      await expect(store.decideLink(1, next, true)).rejects.toThrow(QueryError);
    });

    it('keeps a department as it was, and to be linked, where linking it fails', async () => {
      const [promised, next] = [await idOf('河道清淤', 2023), await idOf('河道清淤', 2024)];
      await linkDepartments(store);
      await store.decideLink(promised, next, false);
      const before = await store.dump();
      const toLink = await store.departmentsToLink();
      expect(toLink).not.toEqual([]);
      for (const department of toLink) {
        const failing = store.relink(department, () => {
          throw new Error('no links');
        });
        await expect(failing).rejects.toThrow('no links');
      }
      expect(await store.dump()).toBe(before);
      expect(await store.departmentsToLink()).toEqual(toLink);
    });

    it('gives everything of a department, with what was decided', async () => {
      const [promised, next] = [await idOf('河道清淤', 2023), await idOf('河道清淤', 2024)];
      await store.decideLink(promised, next, false);
      const [department] = await store.departmentsToLink();
      if (!department) throw new Error('nothing to link');
      const rows = await store.cycleRows(department);
      expect(rows.projects.map(({ project, stage, year }) => `${year} ${stage} ${project}`).sort()).toEqual([
        '2023 budget 水质监测',
        '2023 budget 河道清淤',
        '2023 self-evaluation 河道清淤',
        '2024 budget 2024年河道清淤',
      ]);
      expect(rows.indicators.find(({ actual }) => actual !== null)).toMatchObject({
        actualQuantity: 10,
        actualMeasure: '次',
        score: 10,
      });
      expect(rows.spending).toMatchObject([{ spentFen: 17_000_000 }]);
      expect(rows.scores).toMatchObject([{ score: 95 }]);
      expect(rows.decisions).toEqual([
        { before: expect.any(Number), after: expect.any(Number), same: false },
      ]);
    });
  });
}
