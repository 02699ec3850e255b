import Big from 'big.js';
import type { Indicator } from '../../../model/disclosure.js';
import { isCostIndicator } from '../../subjects/cost-target.js';
import { dimensionOf } from '../../subjects/dimension.js';
import { bareName } from '../../subjects/indicator-name.js';
import {
  INDICATOR_FORMS,
  judgeEntries,
  listed,
  oncePerRow,
  quoteTarget,
  targetOperand,
} from '../../subjects/indicators.js';
import type { FormEntry } from '../../subjects/subject.js';
import { indicatorWords } from '../../texts/indicator-words.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec, TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const targetBoundReversed = defineFormRule({
  id: 'target-bound-reversed',
  version: 2,
  title: '指标值的“≥”“≤”写反',
  severity: 'warning',
  tolerance: 'T0',
  forms: INDICATOR_FORMS,
  authority: guidance('指标值应当体现正向或反向的考核要求', '财预〔2021〕101号'),
  formula:
    '越少越好的（故障率、投诉率、超支率、成本控制率）不用“≥”，越多越好的（满意度、合格率、受益人数）不用“≤”',
  why: '方向写反，做得越差越达标；多为套用模板时没有改符号。为控制规模而设的上限不在其内；“控制率≥0%”可能按节约率定义，面积写“≤”可能是限额，都只作提示。',
  messages: {
    lower: '{count}项越少越好的指标写成了下限：{cases}，待核实。',
    upper: '{count}项越多越好的指标写成了上限：{cases}，待核实。',
    zero: '{count}项越多越好的指标定为零：{cases}，待核实。',
  },
  *check(form) {
    yield* judgeEntries(form, judge);
  },
  examples: {
    passes: [
      { title: '故障率是上限', disclosures: [rated('网络故障率', '<=', '5')] },
      { title: '及时率是下限', disclosures: [rated('响应及时率', '>=', '95')] },
      { title: '无故障率越高越好', disclosures: [rated('设备无故障率', '>=', '95')] },
    ],
    reports: [
      {
        title: '成本控制率 ≥0%',
        disclosures: [rated('成本控制率', '>=', '0', '成本指标', '经济成本指标')],
        fields: ['targets/lower'],
      },
      { title: '通过率 0%', disclosures: [rated('验收通过率', '=', '0')], fields: ['targets/zero'] },
      { title: '满意度 ≤90%', disclosures: [rated('服务对象满意度', '<=', '90')], fields: ['targets/upper'] },
      { title: '投诉率 ≥5%', disclosures: [rated('群众投诉率', '>=', '5')], fields: ['targets/lower'] },
    ],
    notApplicable: [{ title: '没有方向的指标', disclosures: [rated('知晓率', '=', '90')] }],
  },
});

function judge(entry: FormEntry): Verdict {
  const zero = oncePerRow(entry).filter(isZero);
  if (zero.length > 0) return reversed(entry, 'zero', zero);
  const bounds = oncePerRow(entry).filter(
    ({ parsed }) => parsed.quantity !== null && parsed.operator !== '=',
  );
  const directed = bounds.filter((indicator) => isLower(indicator) || isUpper(indicator));
  if (directed.length === 0) return notApplicable('指标值没有上限或下限');
  const lower = directed.filter((indicator) => isLower(indicator) && isBetterLow(indicator));
  const upper = directed.filter((indicator) => isUpper(indicator) && isBetterHigh(indicator));
  if (lower.length > 0) return reversed(entry, 'lower', lower);
  return upper.length > 0 ? reversed(entry, 'upper', upper) : pass;
}

const reversed = (entry: FormEntry, message: 'lower' | 'upper' | 'zero', found: Indicator[]): Verdict =>
  fail({
    field: `targets/${message}`,
    project: entry.project,
    message,
    ...(found.every(message === 'lower' ? isEmptyBound : isExtent) ? { severity: 'note' as const } : {}),
    parameters: { count: String(found.length), cases: listed(found.map(quoteTarget)) },
    reported: found.map(({ target }) => (target ?? '').trim()).join('、'),
    operands: found.map((indicator) => targetOperand(entry, indicator)),
  });

/** 通过率 0%. */
const isZero = ({ name, parsed, horizon }: Indicator): boolean =>
  horizon === 'annual' &&
  parsed.kind === 'percent' &&
  parsed.quantity === '0' &&
  /(通过率|合格率|及时率|准确率|完成率|达标率|满意度|满意率|覆盖率)$/.test(bareName(name)) &&
  !/不|未/.test(name);

/** 控制率 ≥0% holds for any rate: one who means what is saved writes so. */
const isEmptyBound = ({ parsed }: Indicator): boolean => parsed.quantity === '0';

/** An area is as large as it is, and a limit to what is paid for. */
const isExtent = ({ parsed }: Indicator): boolean => parsed.measure === '平方米';

const isLower = ({ parsed: { operator } }: Indicator): boolean => operator === '>=' || operator === '>';
const isUpper = ({ parsed: { operator } }: Indicator): boolean => operator === '<=' || operator === '<';

/** Faults, complaints and overspending; of a cost every rate of what is spent. */
function isBetterLow(indicator: Indicator): boolean {
  const { name, parsed } = indicator;
  const words = indicatorWords().betterLow;
  const bare = bareName(name);
  if (parsed.kind !== 'percent') return false;
  if (isCostIndicator(indicator) && words.cost.test(bare)) return true;
  return words.pattern.test(bare) && !words.except.test(bare);
}

/** Satisfaction and rates of what is done well, and the people who benefit; a limit of 100 % is only a full mark. */
function isBetterHigh(indicator: Indicator): boolean {
  const { name, parsed } = indicator;
  const { pattern, except } = indicatorWords().betterHigh;
  const bare = bareName(name);
  if (isCostIndicator(indicator) || !pattern.test(bare) || except.test(bare)) return false;
  if (parsed.kind === 'percent') return new Big(parsed.quantity ?? 0).lt(100);
  return parsed.kind === 'number' && dimensionOf(indicator) !== null;
}

function rated(
  name: string,
  operator: '>=' | '<=' | '=',
  value: string,
  level1 = '产出指标',
  level2 = '质量指标',
) {
  const sign = { '>=': '≥', '<=': '≤', '=': '' }[operator];
  const parsed: TargetSpec = ['percent', operator, value, '%', value, '%'];
  const indicator: IndicatorSpec = { level1, level2, name, target: `${sign}${value}%`, parsed };
  return { projects: [{ name: '甲', indicators: [indicator] }] };
}
