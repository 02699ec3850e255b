import { describe, expect, it } from 'vitest';
import {
  findingsInForms,
  type Layout,
  PROJECT_LAYOUTS,
  type PrintedProject,
  type PrintedRow,
} from '../../support/project-forms.js';

const count = (name: string, value: string, unit: string): PrintedRow => [
  '产出指标',
  '数量指标',
  name,
  '＝',
  value,
  unit,
];
const cost = (name: string, value: string, unit = '万元'): PrintedRow => [
  '成本指标',
  '经济成本指标',
  name,
  '≤',
  value,
  unit,
];

const project = (name: string, amount: string, goal: string, ...rows: PrintedRow[]): PrintedProject => ({
  name,
  amount,
  goal,
  rows,
});

async function found(rule: string, layout: Layout, ...projects: PrintedProject[]): Promise<string[]> {
  const findings = await findingsInForms(layout, projects);
  return findings.filter((each) => each.rule === rule).map(({ severity }) => severity);
}

const DONE = '按计划完成。';

describe.each(PROJECT_LAYOUTS)('targets swapped, in the layout %s', (layout) => {
  it.each<[string, PrintedProject, PrintedProject]>([
    [
      'one cost each, beside prices of one thing',
      project('河道保洁', '36.5', DONE, cost('每条河段成本', '3'), cost('项目总成本', '21.8')),
      project('路灯维护', '21.8', DONE, cost('单盏成本', '700', '元'), cost('项目总成本', '36.5')),
    ],
    [
      'costs that come to the amount together',
      project('河道保洁', '36.5', DONE, cost('人工费', '11.8'), cost('材料费', '10')),
      project('路灯维护', '21.8', DONE, cost('人工费', '16.5'), cost('材料费', '20')),
    ],
    [
      'counts against the goals',
      project('河道保洁', '36.5', '全年保洁河段12条。', count('保洁河段', '30', '条')),
      project('道路保洁', '21.8', '全年保洁道路30条。', count('保洁道路', '12', '条')),
    ],
  ])('finds %s', async (_, one, other) => {
    expect(await found('targets-swapped', layout, one, other)).toEqual(['warning']);
  });

  it.each<[string, PrintedProject, PrintedProject]>([
    [
      'each its own',
      project('河道保洁', '36.5', DONE, cost('项目总成本', '36.5')),
      project('路灯维护', '21.8', DONE, cost('项目总成本', '21.8')),
    ],
    [
      'one side only',
      project('河道保洁', '36.5', DONE, cost('项目总成本', '21.8')),
      project('路灯维护', '21.8', DONE, cost('项目总成本', '21.8')),
    ],
    [
      'main costs only',
      project('河道保洁', '36.5', DONE, cost('人工费', '11.8')),
      project('路灯维护', '21.8', DONE, cost('人工费', '16.5')),
    ],
    [
      'other units',
      project('河道保洁', '36.5', '全年保洁河段12条。', count('保洁河段', '30', '条')),
      project('路灯维护', '21.8', '全年维护路灯30盏。', count('维护路灯', '12', '盏')),
    ],
    [
      'a goal that gives parts',
      project('河道保洁', '36.5', '上半年保洁河段12条，下半年保洁河段18条。', count('保洁河段', '30', '条')),
      project('道路保洁', '21.8', '全年保洁道路30条。', count('保洁道路', '30', '条')),
    ],
  ])('is silent about %s', async (_, one, other) => {
    expect(await found('targets-swapped', layout, one, other)).toEqual([]);
  });
});

describe.each(PROJECT_LAYOUTS)('amounts in the wrong unit, in the layout %s', (layout) => {
  it.each([
    ['the whole cost', '36.5', [cost('项目总成本', '365000')]],
    ['the amount', '365000', [cost('项目总成本', '36.5')]],
    ['one cost of several', '36.5', [cost('人工费', '120000'), cost('材料费', '24.5')]],
    ['元 for 万元', '36.5', [cost('项目总成本', '36.5', '元')]],
  ])('finds %s', async (_, amount, rows) => {
    const given = project('河道保洁', amount, DONE, count('保洁河段', '12', '条'), ...rows);
    expect(await found('amount-unit-slip', layout, given)).toEqual(['error']);
  });

  it.each([
    ['equal', '36.5', [cost('项目总成本', '36.5')]],
    ['the same in 元', '36.5', [cost('项目总成本', '365000', '元')]],
    ['an investment of several years', '30', [cost('总投资费用', '9000')]],
    ['a price', '36.5', [cost('每公里养护成本', '12', '元')]],
    ['a small part', '36500', [cost('印刷费', '3.6')]],
  ])('is silent about %s', async (_, amount, rows) => {
    const given = project('河道保洁', amount, DONE, count('保洁河段', '12', '条'), ...rows);
    expect(await found('amount-unit-slip', layout, given)).toEqual([]);
  });
});
