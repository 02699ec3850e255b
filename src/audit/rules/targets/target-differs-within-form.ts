import type { Operator } from '../../../model/target.js';
import { textOrder } from '../../../model/text-order.js';
import { bareName } from '../../subjects/indicator-name.js';
import { INDICATOR_FORMS, listed, quoteTarget, targetOperand } from '../../subjects/indicators.js';
import { isSameThing, type NamedTarget, namedTargets } from '../../subjects/named-targets.js';
import { nearKey } from '../../subjects/near-name.js';
import type { FormEntry } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec, TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const targetDiffersWithinForm = defineFormRule({
  id: 'target-differs-within-form',
  version: 3,
  title: '同一张表中同一事项有两个指标值',
  severity: 'warning',
  tolerance: 'T0',
  forms: INDICATOR_FORMS,
  authority: guidance('绩效指标应当清晰、互不重复', '财预〔2020〕10号'),
  formula: '同一项目中说法略有不同的同一指标，指标值相同',
  why: '同一件事换一种说法列了两次，数字却不同，年末不知按哪一个考核；名称完全相同的由“指标重复”一条核对。',
  messages: {
    differs: '同一事项有不同的指标值：{targets}，待核实。',
    near: '名称相近的两项有不同的指标值：{targets}，说的若是同一事项，按哪一个考核不清楚，待核实。',
  },
  *check(form) {
    for (const entry of form.entries) yield* judge(entry);
    if (form.entries.every(({ indicators }) => indicators.length === 0)) yield notApplicable('没有指标');
  },
  examples: {
    passes: [
      { title: '两种说法，数字相同', disclosures: [listing(['组织企业参展', '10'], ['参展企业', '10'])] },
      { title: '范围不同', disclosures: [listing(['一级医院检查家数', '10'], ['二级医院检查家数', '20'])] },
    ],
    reports: [
      {
        title: '带动企业订单 30 家，企业订单 10 家',
        disclosures: [listing(['带动企业新增订单', '30'], ['企业新增订单', '10'])],
        fields: ['indicator:带动企业新增订单'],
      },
      {
        title: '组织企业参展 10 家，参展企业 50 家',
        disclosures: [listing(['组织企业参展', '10'], ['参展企业', '50'])],
        fields: ['indicator:组织企业参展'],
      },
      {
        title: '年份和虚词不同',
        disclosures: [listing(['2024年道路改造项目评审数', '5'], ['对2024年的道路改造项目进行评审', '8'])],
        fields: ['indicator:对2024年的道路改造项目进行评审'],
      },
    ],
    notApplicable: [
      { title: '指标值没有数字', disclosures: [{ projects: [{ name: '甲', indicators: [vague()] }] }] },
    ],
  },
});

function* judge(entry: FormEntry): Iterable<Verdict> {
  const targets = namedTargets(entry).filter(({ key, unit }) => key.length >= 3 && unit !== '');
  if (entry.indicators.length === 0) return;
  if (targets.length === 0) return yield notApplicable('指标值没有数字');
  const byName = targets.toSorted((a, b) => textOrder(a.name, b.name));
  const found = byName.flatMap((target, index) => {
    const other = byName.slice(0, index).find((earlier) => contradicts(earlier, target));
    return other ? [differs(entry, other, target)] : [];
  });
  if (found.length === 0) yield pass;
  yield* found;
}

/** The same words but not the same name, in the same unit for the same time, with two figures. */
function contradicts(a: NamedTarget, b: NamedTarget): boolean {
  if (a.unit !== b.unit || a.indicator.horizon !== b.indicator.horizon) return false;
  if (a.indicator.scope !== b.indicator.scope || a.indicator.parsed.kind !== b.indicator.parsed.kind)
    return false;
  if (a.value.eq(b.value) || isRange(a.operator, b.operator)) return false;
  if (!isSameThing(a.key, b.key) && !isNear(a, b)) return false;
  return plainText(bareName(a.name)) !== plainText(bareName(b.name));
}

/** 带动企业销售额 and 企业销售额: the same once the words that say how are left out. */
const isNear = (a: NamedTarget, b: NamedTarget): boolean => {
  const [one, other] = [nearKey(a.name), nearKey(b.name)];
  return one !== '' && one === other;
};

/** ≥5 and ≤10 of one thing are the two ends of a range. */
const isRange = (a: Operator | null, b: Operator | null): boolean =>
  [a, b].some((operator) => operator === '>=' || operator === '>') &&
  [a, b].some((operator) => operator === '<=' || operator === '<');

const differs = (entry: FormEntry, a: NamedTarget, b: NamedTarget): Verdict =>
  (isSameThing(a.key, b.key) ? fail : review)({
    field: `indicator:${b.name}`,
    project: entry.project,
    message: isSameThing(a.key, b.key) ? 'differs' : 'near',
    parameters: { targets: listed([quoteTarget(a.indicator), quoteTarget(b.indicator)]) },
    reported: b.printed,
    expected: a.printed,
    operands: [targetOperand(entry, a.indicator), targetOperand(entry, b.indicator)],
  });

function listing(...rows: [name: string, value: string][]) {
  const indicators = rows.map(([name, value]): IndicatorSpec => {
    const parsed: TargetSpec = ['number', '>=', value, '家', value, '家'];
    return { level1: '产出指标', level2: '数量指标', name, target: `≥${value}家`, parsed };
  });
  return { projects: [{ name: '甲', indicators }] };
}

function vague(): IndicatorSpec {
  return { level1: '效益指标', level2: '社会效益指标', name: '知晓率', target: '提升' };
}
