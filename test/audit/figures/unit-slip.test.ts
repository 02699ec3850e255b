import { describe, expect, it } from 'vitest';
import type { IndicatorSpec, ProjectSpec } from '../../../src/audit/rules/example.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

const RULES = [
  'amount-unit-slip',
  'cost-target-exceeds-budget',
  'cost-target-open-ended',
  'indicator-misplaced',
];

async function judged(project: Omit<ProjectSpec, 'name'>): Promise<string[]> {
  const document = buildDocument({ projects: [{ name: '甲', ...project }] });
  for (const indicator of document.disclosures[0]?.indicators ?? []) {
    if (indicator.level1 === '') indicator.level1 = null;
  }
  const { findings } = await runAudit(sourceOf([document]), { rules: RULES });
  return findings.map(({ rule, verdict }) => `${rule} ${verdict}`);
}

/** A cost target of so much 万元 (or 元), under a level or (null) none. */
const cost = (
  name: string,
  wan: string,
  level: string | null = '成本指标',
  operator: '<=' | '>=' = '<=',
): IndicatorSpec => ({
  level1: level ?? '',
  name,
  target: `${operator}${wan}万元`,
  parsed: ['money', operator, wan, '万元', String(Number(wan) * 10_000), '元'],
});

describe('ten thousand times what it should be', () => {
  it.each<[what: string, project: Omit<ProjectSpec, 'name'>]>([
    ['a cost target', { amount: '21', indicators: [cost('不超过预算', '210000')] }],
    ['a cost target that is not quite it', { amount: '21.35', indicators: [cost('项目总成本', '200000')] }],
    ['a total above its only part', { amount: '1000000', funding: { 财政拨款: '80' } }],
    ['a part above its total', { amount: '30', funding: { 财政拨款: '200000', 其他资金: '2' } }],
    ['a ten-thousandth of the budget it names', { amount: '21', indicators: [cost('不超过预算', '0.0021')] }],
  ])('%s', async (_, project) => {
    expect(await judged(project)).toEqual(['amount-unit-slip fail']);
  });

  it.each<[what: string, project: Omit<ProjectSpec, 'name'>]>([
    ['a unit price', { amount: '20', indicators: [cost('每公里养护成本', '50')] }],
    ['the price of one thing', { amount: '20', indicators: [cost('人均培训费用', '0.002')] }],
    ['a small part', { amount: '20000', funding: { 财政拨款: '2', 其他资金: '19998' } }],
    ['a small part picked out by 其中', { amount: '20000', funding: { 上年结转: '2' } }],
    ['a cost within the budget', { amount: '20', indicators: [cost('项目总成本', '20')] }],
  ])('is not %s', async (_, project) => {
    expect(await judged(project)).toEqual([]);
  });
});

describe('cost targets of forms without levels', () => {
  it.each<[name: string, wan: string, operator: '<=' | '>=', found: string[]]>([
    ['项目总成本', '30', '<=', ['cost-target-exceeds-budget fail']],
    ['不超过预算', '30', '<=', ['cost-target-exceeds-budget fail']],
    ['经费支出', '30', '<=', ['cost-target-exceeds-budget fail']],
    ['工作经费控制数', '30', '<=', ['cost-target-exceeds-budget fail']],
    ['项目总成本', '20', '>=', ['cost-target-open-ended fail']],
    ['项目总成本', '200000', '<=', ['amount-unit-slip fail']],
    ['带动企业投资', '300', '>=', []],
    ['节约行政成本', '300', '>=', []],
    ['签约金额', '2000', '>=', []],
    ['项目总成本', '18', '<=', []],
  ])('%s %s万元 %s', async (name, wan, operator, found) => {
    expect(await judged({ amount: '20', indicators: [cost(name, wan, null, operator)] })).toEqual(found);
  });
});
