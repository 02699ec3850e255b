import { describe, expect, it } from 'vitest';
import type { IndicatorSpec, TargetSpec } from '../../../src/audit/rules/example.js';
import { goalConflicts } from '../../../src/audit/subjects/goal-conflicts.js';
import { namedTargets } from '../../../src/audit/subjects/named-targets.js';
import { subjectsOf } from '../../../src/audit/subjects/subject.js';
import { buildDocument } from '../../support/disclosure-builder.js';

type Row = [
  name: string,
  kind: TargetSpec[0],
  operator: TargetSpec[1],
  value: string,
  unit: string,
  horizon?: 'period',
];

function waysOf(goal: string, ...rows: Row[]): string[] {
  const indicators = rows.map(
    ([name, kind, operator, value, unit, horizon]): IndicatorSpec => ({
      level1: '产出指标',
      name,
      target: `${value}${unit}`,
      parsed: [kind, operator, value, unit, value, unit],
      ...(horizon ? { horizon } : {}),
    }),
  );
  const [subject] = subjectsOf(buildDocument({ projects: [{ name: '甲', indicators }] }));
  const [entry] = subject?.forms[0]?.entries ?? [];
  return entry ? goalConflicts(goal, namedTargets(entry)).map(({ way }) => way) : ['没有读到'];
}

describe('goalConflicts', () => {
  it.each<[why: string, way: string, goal: string, ...rows: Row[]]>([
    [
      '目标是三年的数',
      'period',
      '走访困难家庭90户次。',
      ['走访家庭', 'number', '>=', '30', '户次'],
      ['走访家庭', 'number', '>=', '90', '户次', 'period'],
    ],
    [
      '所有都达标',
      'whole',
      '出厂水水质检测指标所有批次均达标。',
      ['检测指标达标率', 'percent', '>=', '96', '%'],
    ],
    ['一律办结', 'whole', '群众诉求一律按期办结。', ['群众诉求办结率', 'percent', '>=', '90', '%']],
    ['不发生', 'none', '确保全年不发生食品安全事故。', ['食品安全事故起数', 'number', '<=', '2', '起']],
    [
      '分析报告4份、总结报告1份',
      'reports',
      '形成季度分析报告4份，完成年度总结报告1份。',
      ['工作报告', 'number', '=', '4', '份'],
    ],
    [
      '总磷写作总氮',
      'substance',
      '出水总磷浓度不超过2毫克/升。',
      ['出水总氮', 'number', '<=', '2', '毫克/升'],
    ],
  ])('%s', (_, way, goal, ...rows) => {
    expect(waysOf(goal, ...rows)).toContain(way);
  });

  it.each<[why: string, goal: string, ...rows: Row[]]>([
    [
      '年度的数',
      '走访困难家庭30户次。',
      ['走访家庭', 'number', '>=', '30', '户次'],
      ['走访家庭', 'number', '>=', '90', '户次', 'period'],
    ],
    [
      '两个数都写了',
      '三年走访家庭90户次，其中今年走访家庭30户次。',
      ['走访家庭', 'number', '>=', '30', '户次'],
      ['走访家庭', 'number', '>=', '90', '户次', 'period'],
    ],
    [
      '数字相同的是别的事',
      '印制宣传折页90份。',
      ['走访家庭', 'number', '>=', '30', '份'],
      ['走访家庭', 'number', '>=', '90', '份', 'period'],
    ],
    ['全部在后面', '达标后全部移交养护单位。', ['水质检测达标率', 'percent', '>=', '96', '%']],
    [
      '全部的是另一半句',
      '全部点位布设到位，水质检测逐步达标。',
      ['水质检测达标率', 'percent', '>=', '96', '%'],
    ],
    ['指标也是全部', '群众诉求全部办结。', ['群众诉求办结率', 'percent', '=', '100', '%']],
    ['上限不是下限', '出厂水全部检测合格。', ['检测合格率', 'percent', '<=', '96', '%']],
    ['不容许发生', '不发生食品安全事故。', ['食品安全事故起数', 'number', '=', '0', '起']],
    ['处置的次数', '杜绝食品安全事故。', ['食品安全事故应急演练次数', 'number', '>=', '2', '次']],
    [
      '报告数正是两种之和',
      '形成季度分析报告4份，完成年度总结报告1份。',
      ['工作报告', 'number', '=', '5', '份'],
    ],
    ['不少于', '形成季度分析报告4份，完成年度总结报告1份。', ['工作报告', 'number', '>=', '4', '份']],
    [
      '另有报告的指标',
      '形成季度分析报告4份，完成年度总结报告1份。',
      ['工作报告', 'number', '=', '1', '份'],
      ['季度分析报告', 'number', '=', '4', '份'],
    ],
    ['两种都写了', '总磷、总氮均不超过2毫克/升。', ['出水总氮', 'number', '<=', '2', '毫克/升']],
    ['数字不同', '出水总磷浓度不超过1毫克/升。', ['出水总氮', 'number', '<=', '2', '毫克/升']],
    [
      '另有总磷的指标',
      '出水总磷不超过2毫克/升。',
      ['总磷', 'number', '<=', '2', '毫克/升'],
      ['总氮', 'number', '<=', '2', '毫克/升'],
    ],
    [
      '同一处的长度相同',
      '在东门外滨河步道一期新建护栏2米。',
      ['东门外滨河步道一期长度', 'number', '=', '2', '米'],
    ],
    [
      '不止一个长度',
      '在东门外滨河步道一期新建护栏5米、花坛3米。',
      ['东门外滨河步道一期长度', 'number', '=', '2', '米'],
    ],
  ])('is silent: %s', (_, goal, ...rows) => {
    expect(waysOf(goal, ...rows)).toEqual([]);
  });
});
