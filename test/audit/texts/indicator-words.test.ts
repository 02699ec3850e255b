import { describe, expect, it } from 'vitest';
import type { IndicatorSpec } from '../../../src/audit/rules/example.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

const rate = (name: string, operator: '>=' | '<=' | '=', value: string): IndicatorSpec => ({
  level1: '产出指标',
  name,
  target: `${operator}${value}%`,
  parsed: ['percent', operator, value, '%', value, '%'],
});

async function found(rule: string, indicators: IndicatorSpec[]): Promise<string[]> {
  const document = buildDocument({ projects: [{ name: '甲', indicators }] });
  const { findings } = await runAudit(sourceOf([document]), { rules: [rule] });
  return findings.map(({ message }) => message);
}

describe('complementary rates', () => {
  it.each([
    ['设备故障修复率', '设备故障率'],
    ['设备完好率', '设备故障率'],
    ['事故处置率', '安全事故率'],
    ['故障率下降比例', '网络故障率'],
  ])('%s is no complement of %s', async (good, bad) => {
    expect(await found('targets-contradict', [rate(good, '=', '100'), rate(bad, '<=', '5')])).toEqual([]);
  });

  it.each([
    ['网络运行正常率', '网络故障率'],
    ['维修合格率', '维修不合格率'],
    ['设备完好率', '设备损坏率'],
    ['检测准确率', '检测差错率'],
    ['支付及时率', '支付逾期率'],
  ])('%s is the complement of %s', async (good, bad) => {
    const messages = await found('targets-contradict', [rate(good, '=', '100'), rate(bad, '<=', '5')]);
    expect(messages).toHaveLength(1);
  });
});

describe('units told by the name', () => {
  const bare = (name: string): IndicatorSpec => ({
    level1: '产出指标',
    name,
    target: '12',
    parsed: ['number', '=', '12', '', '12', ''],
    flags: ['unit-missing'],
  });
  const counted: IndicatorSpec = {
    level1: '产出指标',
    name: '检查',
    target: '3次',
    parsed: ['number', '=', '3', '次', '3', '次'],
  };

  it.each([
    '培训人数',
    '期刊期数',
    '覆盖人次',
    '网页浏览量',
    '检查（艘次）',
    '执法（艘次）数',
    '新增就业岗位',
    '居民消费价格指数',
    '现场核查企业数',
  ])('%s needs no other', async (name) => {
    expect(await found('target-unit-missing', [bare(name), counted])).toEqual([]);
  });

  it.each([
    '设备购置数量',
    '办公面积',
    '编制研究成果',
    '应急物资（含防汛）',
    '提供支撑（是/否）',
    '资金投入',
  ])('%s tells none', async (name) => {
    expect(await found('target-unit-missing', [bare(name), counted])).toHaveLength(1);
  });
});
