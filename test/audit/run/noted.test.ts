import { describe, expect, it } from 'vitest';
import type { DisclosureSpec, IndicatorSpec } from '../../../src/audit/rules/example.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

const DIMENSIONS = {
  quantity: { level1: '产出指标', level2: '数量指标' },
  cost: { level1: '成本指标', level2: '经济成本指标' },
  satisfaction: { level1: '满意度指标', level2: '服务对象满意度指标' },
  lasting: { level1: '效益指标', level2: '可持续影响指标' },
} as const;

const bare = (name: string, target: string): IndicatorSpec => ({
  ...DIMENSIONS.quantity,
  name,
  target,
  parsed: ['number', '=', target, '', target, ''],
  flags: ['unit-missing'],
});

const counted: IndicatorSpec = {
  ...DIMENSIONS.quantity,
  name: '开展检查',
  target: '12次',
  parsed: ['number', '=', '12', '次', '12', '次'],
};

const rate = (
  dimension: keyof typeof DIMENSIONS,
  name: string,
  sign: string,
  value: string,
): IndicatorSpec => ({
  ...DIMENSIONS[dimension],
  name,
  target: `${sign}${value}%`,
  parsed: ['percent', sign === '≥' ? '>=' : '<=', value, '%', value, '%'],
});

const area = (name: string): IndicatorSpec => ({
  ...DIMENSIONS.quantity,
  name,
  target: '≤520平方米',
  parsed: ['number', '<=', '520', '平方米', '520', '平方米'],
});

const severityOf = async (rule: string, ...indicators: IndicatorSpec[]): Promise<string[]> => {
  const spec: DisclosureSpec = { projects: [{ name: '甲', indicators: [counted, ...indicators] }] };
  const { findings } = await runAudit(sourceOf([buildDocument(spec)]), { rules: [rule] });
  return findings.map(({ severity }) => severity);
};

describe('what is likely in order is noted, not warned of', () => {
  it.each(['界桩更换数量', '护林人员', '形成《水系图》一套', '宣传栏个数', '值守人员数'])(
    '%s without a unit',
    async (name) => {
      expect(await severityOf('target-unit-missing', bare(name, '19'))).not.toContain('warning');
    },
  );

  it.each(['工地噪声投诉', '编制水系图', '场馆分摊面积'])('%s without a unit is warned of', async (name) => {
    expect(await severityOf('target-unit-missing', bare(name, '19'))).toEqual(['warning']);
    expect(await severityOf('target-unit-missing', bare(name, '19'), bare('界桩更换数量', '3'))).toEqual([
      'warning',
    ]);
  });

  it('a lower bound of nothing, and a limit of an area', async () => {
    expect(await severityOf('target-bound-reversed', rate('cost', '会议费控制率', '≥', '0'))).toEqual([
      'note',
    ]);
    expect(await severityOf('target-bound-reversed', rate('cost', '会议费控制率', '≥', '98'))).toEqual([
      'warning',
    ]);
    expect(await severityOf('target-bound-reversed', area('绿化面积'))).toEqual(['note']);
  });

  it('the level of satisfaction as a name', async () => {
    expect(
      await severityOf('indicator-name-missing', rate('satisfaction', '服务对象满意度指标', '≥', '90')),
    ).toEqual(['note']);
    expect(await severityOf('indicator-name-missing', rate('lasting', '可持续影响指标', '≥', '90'))).toEqual([
      'warning',
    ]);
  });
});

describe('what is in order is left alone', () => {
  it.each(['系统最大中断恢复时间', '网络平均响应时间', '数据库备份恢复时间', '应急平台响应时间'])(
    '%s as a quality',
    async (name) => {
      const indicator: IndicatorSpec = {
        level1: '产出指标',
        level2: '质量指标',
        name,
        target: '≤6秒',
        parsed: ['duration', '<=', '6', '秒', '6', '秒'],
      };
      expect(await severityOf('indicator-misplaced', indicator)).toEqual([]);
    },
  );

  it('but not the time a service takes', async () => {
    const indicator: IndicatorSpec = {
      level1: '产出指标',
      level2: '质量指标',
      name: '群众来信答复时间',
      target: '≤5天',
      parsed: ['duration', '<=', '5', '天', '5', '天'],
    };
    expect(await severityOf('indicator-misplaced', indicator)).toEqual(['note']);
  });

  const GOAL = '保障各站所房屋、设备与车辆正常使用，及时处理日常报修，为群众办事提供良好的环境。';
  const copied = async (...names: string[]): Promise<number> => {
    const projects = names.map((name, at) => ({
      name,
      amount: `${at + 1}`,
      agency: `第${at + 1}站`,
      annualGoal: GOAL,
    }));
    const rules = ['text-copied-between-projects'];
    return (await runAudit(sourceOf([buildDocument({ projects })]), { rules })).findings.length;
  };

  it.each([
    ['2024年-2025年平台维保', '2025-2026年平台维保'],
    ['平台维保（2024年度）', '平台维保（2025年度）'],
    ['管网改造一期', '管网改造二期'],
    ['机构运行辅助经费', '机构运行辅助经费 '],
    ['编外人员工资', '编外人员工资 '],
    ['办公设备购置经费', '办公设备购置经费 '],
  ])('one goal of %s and %s', async (first, second) => {
    expect(await copied(first, second)).toBe(0);
  });

  it.each([
    ['渠道清淤', '桥梁检修'],
    ['业务专项', '业务专项 '],
    ['2024年渠道清淤', '2025年桥梁检修'],
  ])('but one goal of %s and %s is told', async (first, second) => {
    expect(await copied(first, second)).toBe(1);
  });
});
