import type { Horizon } from '../../../model/disclosure.js';
import type { TargetKind } from '../../../model/target.js';
import { INDICATOR_FORMS, listed, targetOperand } from '../../subjects/indicators.js';
import { type NamedTarget, namedTargets } from '../../subjects/named-targets.js';
import type { FormEntry } from '../../subjects/subject.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { IndicatorSpec, TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const annualExceedsPeriod = defineFormRule({
  id: 'annual-exceeds-period',
  version: 2,
  title: '年度指标值大于实施期指标值',
  severity: 'warning',
  tolerance: 'T0',
  forms: INDICATOR_FORMS,
  authority: arithmetic('实施期包含本年度，可以累加的数量和金额，一年的不多于整个实施期的'),
  formula: '同一指标（数量、金额）的年度指标值 ≤ 实施期指标值',
  why: '一年要完成的比整个实施期还多，两个数字必有一个填错；比率、均值、单价不能累加，不在其内；两个指标值除数字外还有别的字的，口径可能不同，只作提示。',
  messages: {
    exceeds: '{count}项指标的年度指标值大于实施期指标值：{cases}，待核实。',
    bases: '{count}项指标年度与实施期的口径写得不一，年度的数反而大：{cases}，待核实。',
  },
  *check(form) {
    for (const entry of form.entries) yield judge(entry);
    if (form.entries.length === 0) yield notApplicable('没有指标');
  },
  examples: {
    passes: [
      { title: '一年完成一部分', disclosures: [twice(['40', '家'], ['120', '家'])] },
      { title: '一年内做完', disclosures: [twice(['12', '次'], ['12', '次'])] },
    ],
    reports: [
      {
        title: '实施期 1 份，年度 10 份',
        disclosures: [twice(['10', '份'], ['1', '份'])],
        fields: ['targets/annual'],
      },
    ],
    notApplicable: [
      {
        title: '只有年度指标值',
        disclosures: [{ projects: [{ name: '甲', indicators: [counted('annual', '10', '份')] }] }],
      },
      { title: '评分不能累加', disclosures: [twice(['40', '分'], ['35', '分'])] },
      { title: '单位不同', disclosures: [twice(['10', '份'], ['1', '套'])] },
    ],
  },
});

/** What adds up over the years. */
const ADDITIVE = new Set<TargetKind>(['number', 'frequency', 'money']);
const NOT_ADDITIVE = /[均率比]|占比|浓度|指数|水平|得分|评分|等级|单价|标准|时间|时长|年限|温度|每|各/;
const NOT_COUNTED = /^$|[%/]|^(分|级|倍|星|度|年|月|天|日|小时|分钟|秒|元\/.*)$/;

const adds = ({ indicator, name, unit }: NamedTarget): boolean =>
  ADDITIVE.has(indicator.parsed.kind) && !NOT_ADDITIVE.test(name) && !NOT_COUNTED.test(unit);

function judge(entry: FormEntry): Verdict {
  const pairs = pairsOf(namedTargets(entry).filter(adds));
  if (pairs.length === 0) return notApplicable('没有分年度与实施期的数量');
  const wrong = pairs.filter(([annual, period]) => annual.value.gt(period.value));
  if (wrong.length === 0) return pass;
  return fail({
    field: 'targets/annual',
    project: entry.project,
    ...(wrong.every(isOnOneBasis) ? { message: 'exceeds' } : { message: 'bases', severity: 'note' }),
    parameters: {
      count: String(wrong.length),
      cases: listed(
        wrong.map(([annual, period]) => `“${annual.name}”年度${annual.printed}、实施期${period.printed}`),
      ),
    },
    reported: wrong.map(([annual]) => annual.printed).join('、'),
    expected: wrong.map(([, period]) => `不大于${period.printed}`).join('、'),
    operands: wrong.flat().map(({ indicator }) => targetOperand(entry, indicator)),
  });
}

/** 年度印刷10份 and 实施期1份 are not counted alike: beside the figures the words must be the same. */
const isOnOneBasis = ([annual, period]: [NamedTarget, NamedTarget]): boolean =>
  wordsOf(annual) === wordsOf(period);

const wordsOf = ({ printed }: NamedTarget): string =>
  printed.normalize('NFKC').replace(/[\s\d.,≥≤<>=]|大于|不少于|不低于|等于/g, '');

/** The annual target and the one for the period of one name; a name that comes twice is left out. */
function pairsOf(targets: NamedTarget[]): [annual: NamedTarget, period: NamedTarget][] {
  const byName = new Map<string, Record<Horizon, NamedTarget[]>>();
  for (const target of targets) {
    const { level2, horizon, scope } = target.indicator;
    const key = `${target.name}|${level2 ?? ''}|${target.unit}|${scope ?? ''}`;
    const known = byName.get(key) ?? { annual: [], period: [] };
    known[horizon].push(target);
    byName.set(key, known);
  }
  return [...byName.values()].flatMap(({ annual, period }): [NamedTarget, NamedTarget][] => {
    const [[own, other], [whole, another]] = [annual, period];
    return own && whole && !other && !another ? [[own, whole]] : [];
  });
}

function counted(horizon: 'annual' | 'period', value: string, unit: string): IndicatorSpec {
  const parsed: TargetSpec = ['number', '=', value, unit, value, unit];
  return {
    level1: '产出指标',
    level2: '数量指标',
    name: '技术报告',
    target: `${value}${unit}`,
    parsed,
    horizon,
  };
}

function twice(annual: [value: string, unit: string], period: [value: string, unit: string]) {
  const indicators = [counted('annual', ...annual), counted('period', ...period)];
  return { projects: [{ name: '甲', indicators }] };
}
