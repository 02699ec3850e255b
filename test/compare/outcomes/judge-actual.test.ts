import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../../normalizers/parse/target/parse-target.js';
import { parseActual } from '../../../normalizers/recognize/tables/indicators/parse-actual.js';
import { isSameTarget } from '../../../src/compare/outcomes/is-same-target.js';
import { judgeActual } from '../../../src/compare/outcomes/judge-actual.js';
import type { CycleIndicator } from '../../../src/model/cycle.js';
import { cycleIndicator } from '../../support/cycle-rows.js';

/** An indicator as it is stored once its texts were read. */
function stored(name: string, target: string, actual: string | null, level2 = '数量指标'): CycleIndicator {
  const parsed = parseTarget({ text: target, name, level2 });
  const found = actual === null ? null : parseActual(actual, parsed, { name, level2 });
  return cycleIndicator({
    name,
    level2,
    target,
    kind: parsed.kind,
    operator: parsed.operator,
    value: parsed.value,
    quantity: parsed.quantity === null ? null : Number(parsed.quantity),
    measure: parsed.measure,
    actual,
    actualKind: found?.kind ?? null,
    actualQuantity: found?.quantity == null ? null : Number(found.quantity),
    actualMeasure: found?.measure ?? null,
  });
}

describe('judgeActual', () => {
  it.each([
    ['巡查', '≥100次', '100次', 'met'],
    ['巡查', '≥100次', '99次', 'missed'],
    ['巡查', '≥100次', '130次', 'met'],
    ['巡查', '≥100次', '131次', 'exceeded'],
    ['巡查', '100次', '101', 'met'],
    ['满意度', '≥95%', '94.99%', 'missed'],
    ['满意度', '≥95%', '98', 'met'],
    ['故障率', '≤5%', '4%', 'met'],
    ['故障率', '≤5%', '3%', 'exceeded'],
    ['投诉率', '5%', '6%', 'missed'],
    ['资料', '5-10份', '12份', 'missed'],
    ['资料', '5-10份', '7份', 'met'],
    ['完成时间', '2023年12月底前', '2023年12月20日', 'met'],
    ['完成时间', '11月30日前', '12月5日', 'missed'],
    ['社会影响', '逐步提升', '逐步提升', 'met'],
    ['社会影响', '逐步提升', '达成预期指标', 'met'],
    ['社会影响', '逐步提升', '部分达成预期指标并具有一定效果', 'missed'],
    ['社会影响', '逐步提升', '得到群众好评', 'not-comparable'],
    ['巡查', '≥100次', '30公里', 'not-comparable'],
    ['巡查', '≥100次', '—', null],
    ['巡查', '≥100次', null, null],
  ] as const)('%s %s, actual %s: %s', (name, target, actual, expected) => {
    const row = stored(name, target, actual);
    expect(judgeActual(row, row)).toBe(expected);
  });

  it('takes a cost without a sign for a most one', () => {
    const row = stored('设备单价', '3000元', '2900元', '成本指标');
    expect(judgeActual(row, row)).toBe('met');
  });
});

describe('isSameTarget', () => {
  it.each([
    ['≥100次', '100次', true],
    ['≥ 100 次', '≥100次', true],
    ['≥100次', '≥90次', false],
    ['≥95%', '≤95%', false],
    ['≥2万份', '20000份', true],
    ['5-10份', '5-12份', false],
    ['12月底前', '2023年12月31日前', true],
    ['11月底前', '12月底前', false],
    ['有效提升群众安全感', '提升群众安全感', true],
    ['有效提升群众安全感', '完成全部维修任务', false],
    ['≥100次', '完成', true],
  ])('%s repeated as %s: %s', (promised, repeated, expected) => {
    expect(isSameTarget(stored('巡查', promised, null), stored('巡查', repeated, null))).toBe(expected);
  });
});
