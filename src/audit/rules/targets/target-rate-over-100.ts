import Big from 'big.js';
import type { Indicator } from '../../../model/disclosure.js';
import { bareName } from '../../subjects/indicator-name.js';
import { casesOf, describeCases, INDICATOR_FORMS, targetsOf } from '../../subjects/indicators.js';
import { indicatorWords } from '../../texts/indicator-words.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const targetRateOver100 = defineFormRule({
  id: 'target-rate-over-100',
  version: 2,
  title: '比率写成“≥100%”或超过 100%',
  severity: 'note',
  tolerance: 'T0',
  forms: INDICATOR_FORMS,
  authority: arithmetic('部分占全部的比率最多为 100%'),
  formula: '比率的下限低于 100%，定值不超过 100%（增长、控制、完成一类可以超过的除外）',
  why: '“≥100%”没有可以超过的余地，多为套用了模板里的“≥”；个别指标确可超过 100%。',
  messages: {
    bound: '{count}项比率的下限写成100%，没有可以超过的余地：{cases}，待核实。',
    over: '{count}项比率超出可能的范围：{cases}，待核实。',
  },
  *check(form) {
    const rates = casesOf(form).filter(({ indicator }) => isRate(indicator));
    if (rates.length === 0) return yield notApplicable('没有以百分比表示的比率');
    const over = rates.filter(({ indicator }) => isOver(indicator));
    if (over.length === 0) return yield pass;
    const message = over.every(({ indicator }) => isFullBound(indicator)) ? 'bound' : 'over';
    yield fail({ field: 'targets/rate', message, ...describeCases(over) });
  },
  examples: {
    passes: [{ title: '及时率 100%', disclosures: [rated('拨付及时率', '100%', '=')] }],
    reports: [
      { title: '及时率 ≥100%', disclosures: [rated('拨付及时率', '≥100%', '>=')], fields: ['targets/rate'] },
    ],
    notApplicable: [{ title: '增长率可以超过', disclosures: [rated('客流增长率', '≥100%', '>=')] }],
  },
});

const isRate = (indicator: Indicator): boolean =>
  targetsOf(indicator).some(({ kind, measure }) => kind === 'percent' && measure === '%') &&
  !indicatorWords().mayExceedFull.test(bareName(indicator.name));

/** ≥100 % and nothing above. */
const isFullBound = (indicator: Indicator): boolean =>
  targetsOf(indicator).every(({ quantity, operator }) => operator === '>=' && quantity === '100');

function isOver(indicator: Indicator): boolean {
  return targetsOf(indicator).some(({ kind, operator, quantity }) => {
    if (kind !== 'percent' || quantity === null || operator === '<=' || operator === '<') return false;
    const bound = operator === '>=' || operator === '>';
    return bound ? new Big(quantity).gte(100) : new Big(quantity).gt(100);
  });
}

function rated(name: string, target: string, operator: TargetSpec[1]) {
  const parsed: TargetSpec = ['percent', operator, '100', '%', '100', '%'];
  return {
    projects: [
      { name: '甲', indicators: [{ level1: '产出指标', level2: '时效指标', name, target, parsed }] },
    ],
  };
}
