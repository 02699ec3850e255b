import { describe, expect, it } from 'vitest';
import { linkDepartment } from '../../../src/compare/outcomes/link-department.js';
import type { CycleIndicator, CycleProject } from '../../../src/model/cycle.js';
import type { Stage } from '../../../src/model/facts/stages.js';
import { cycleIndicator, cycleProject } from '../../support/cycle-rows.js';

type Plan = Partial<CycleIndicator> & { name: string };
type Paper = [year: number, stage: Stage, projects: Record<string, Plan[]>];

const least = (name: string, quantity: number, more: Partial<CycleIndicator> = {}): Plan => ({
  name,
  target: `≥${quantity}次`,
  operator: '>=',
  value: String(quantity),
  quantity,
  measure: '次',
  ...more,
});
const done = (name: string, quantity: number, actual: number, more: Partial<CycleIndicator> = {}): Plan =>
  least(name, quantity, {
    actual: `${actual}次`,
    actualKind: 'number',
    actualQuantity: actual,
    actualMeasure: '次',
    ...more,
  });

/** A department's rows; '' is the whole department. */
function cycle(...papers: Paper[]) {
  const projects: CycleProject[] = [];
  const indicators: CycleIndicator[] = [];
  for (const [n, [year, stage, plans]] of papers.entries()) {
    const subject = { year, stage, documentId: n + 1, disclosure: n + 1 };
    for (const [name, plan] of Object.entries(plans)) {
      const project = name === '' ? null : cycleProject({ ...subject, project: name });
      if (project) projects.push(project);
      for (const each of plan) {
        indicators.push(
          cycleIndicator({ ...subject, projectId: project?.id ?? null, project: name, ...each }),
        );
      }
    }
  }
  const nameOf = (id: number | null) => indicators.find((each) => each.id === id)?.name ?? null;
  const found = linkDepartment({ projects, indicators, decisions: [] });
  return {
    ...found,
    told: found.outcomes.map(
      ({ promised, status, kept, selfEvaluation }) =>
        `${nameOf(promised)} ${status} ${kept} ${selfEvaluation}`,
    ),
    nameOf,
  };
}

describe('linkDepartment', () => {
  it('says what became of every promised indicator', () => {
    const { told } = cycle(
      [
        2023,
        'budget',
        {
          护路: [least('巡查', 100), least('宣传', 10), least('培训', 5), least('演练', 2), least('走访', 6)],
        },
      ],
      [
        2023,
        'self-evaluation',
        { 护路: [done('巡查', 100, 100), done('宣传', 10, 14), done('培训', 5, 4), done('走访', 3, 4)] },
      ],
    );
    expect(told).toEqual([
      '巡查 met met project',
      '宣传 exceeded exceeded project',
      '培训 missed missed project',
      '演练 dropped null project',
      '走访 changed missed project',
    ]);
  });

  it('tells a project that was not reported from a department without reports', () => {
    expect(
      cycle(
        [2023, 'budget', { 护路: [least('巡查', 1)], 清淤: [least('里程', 3)] }],
        [2023, 'self-evaluation', { 清淤: [done('里程', 3, 3)] }],
      ).told,
    ).toEqual(['巡查 not-reported null department', '里程 met met project']);
    expect(cycle([2023, 'budget', { 护路: [least('巡查', 1)] }]).told).toEqual([
      '巡查 not-reported null none',
    ]);
    expect(
      cycle(
        [2023, 'budget', { 护路: [least('巡查', 1)] }],
        [2023, 'self-evaluation', { 护路: [least('巡查', 1)] }],
      ).told,
    ).toEqual(['巡查 not-reported null project']);
  });

  it('holds the report against the adjusted target', () => {
    const { told, outcomes, nameOf } = cycle(
      [2023, 'budget', { 护路: [least('巡查', 100)] }],
      [2023, 'adjusted', { 护路: [least('巡查', 60), least('新增岗亭', 2)] }],
      [2023, 'self-evaluation', { 护路: [done('巡查', 60, 61), done('新增岗亭', 2, 2)] }],
    );
    expect(told).toEqual(['巡查 met met project', '新增岗亭 met met project']);
    expect(nameOf(outcomes[0]?.adjusted ?? null)).toBe('巡查');
  });

  it('shows what monitoring found half-way, and takes it for no report', () => {
    const { told, outcomes, nameOf } = cycle(
      [2023, 'budget', { 护路: [least('巡查次数', 100)] }],
      [2023, 'monitoring', { 护路: [done('巡查次数', 100, 40)] }],
    );
    expect(told).toEqual(['巡查次数 not-reported null none']);
    expect(nameOf(outcomes[0]?.halfway ?? null)).toBe('巡查次数');
  });

  it('follows what only the adjustment names through to the report', () => {
    expect(
      cycle(
        [2023, 'budget', { 甲: [least('巡查', 1)] }],
        [2023, 'adjusted', { 甲: [least('巡查', 1)], 应急抢险: [least('出动', 3)] }],
        [2023, 'self-evaluation', { 甲: [done('巡查', 1, 1)], 应急抢险: [done('出动', 3, 2)] }],
      ).told,
    ).toEqual(['巡查 met met project', '出动 missed missed project']);
  });

  it('links the promise of one year to that of the next', () => {
    const { outcomes, projects, nameOf } = cycle(
      [2023, 'budget', { 护路: [least('巡查次数', 100)] }],
      [2023, 'self-evaluation', { 护路: [done('巡查次数', 100, 150)] }],
      [2024, 'budget', { 护路: [least('巡查次数', 80)] }],
    );
    expect(nameOf(outcomes[0]?.next ?? null)).toBe('巡查次数');
    expect(projects.map(({ step, relation }) => `${step} ${relation}`)).toEqual(['stage same', 'year same']);
  });

  it('holds the indicators of the parts against those of the whole', () => {
    const { told } = cycle(
      [2023, 'budget', { 校舍维修和设备购置经费: [least('维修面积', 10), least('设备台数', 4)] }],
      [
        2023,
        'self-evaluation',
        { 校舍维修经费: [done('维修面积', 10, 10)], 设备购置经费: [done('设备台数', 4, 3)] },
      ],
    );
    expect(told).toEqual(['维修面积 met met project', '设备台数 missed missed project']);
  });

  it('counts what two documents print of one project once', () => {
    const paper: Paper = [2023, 'budget', { 护路: [least('巡查', 1)] }];
    expect(cycle(paper, paper).told).toHaveLength(1);
  });

  it('keeps the department as a whole apart from its projects', () => {
    expect(
      cycle(
        [2023, 'budget', { '': [least('群众回访', 9)], 护路: [least('巡查', 1)] }],
        [2023, 'self-evaluation', { '': [done('群众回访', 9, 10)] }],
      ).told,
    ).toEqual(['群众回访 met met project', '巡查 not-reported null department']);
  });
});
