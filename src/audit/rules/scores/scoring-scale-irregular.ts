import Big from 'big.js';
import type { Evidence, Indicator } from '../../../model/disclosure.js';
import { INDICATOR_FORMS, quoteTarget, scoringTexts, targetOperand } from '../../subjects/indicators.js';
import type { FormEntry } from '../../subjects/subject.js';
import { joinedText } from '../../texts/joined-text.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const scoringScaleIrregular = defineFormRule({
  id: 'scoring-scale-irregular',
  version: 1,
  title: '评分标准与分值、指标值不合，或者档次重叠',
  severity: 'warning',
  tolerance: 'T0',
  forms: INDICATOR_FORMS,
  authority: guidance('评价标准应当明确，得分不超过指标的分值', '财预〔2020〕10号'),
  formula: '评分标准中各档得分 ≤ 分值；得满分的条件 = 指标值；相邻两档不含同一个数',
  why: '一档的得分高于分值，做得差反而得分更多；满分条件与指标值不同、两档都含同一个数的，年末评分没有定论。',
  messages: {
    above: '指标{indicator}的分值为{weight}，评分标准却有一档得{points}分，待核实。',
    full: '指标{indicator}，评分标准写{bound}得满分，与指标值不同，待核实。',
    overlap: '指标{indicator}的评分标准中，{bound}同时属于两档，待核实。',
  },
  *check(form) {
    let any = false;
    for (const entry of form.entries) {
      for (const indicator of entry.indicators) {
        const scale = scaleOf(indicator);
        if (!scale) continue;
        any = true;
        yield judge(entry, indicator, scale);
      }
    }
    if (!any) yield notApplicable('没有评分标准');
  },
  examples: {
    passes: [
      {
        title: '各档相接，不超过分值',
        disclosures: [scaled('大于等于90%得10分，小于90%且大于等于80%得8分，小于80%不得分', '10')],
      },
    ],
    reports: [
      {
        title: '分值 7 分，偏离 10% 得 8 分',
        disclosures: [scaled('无偏离得满分，偏离10%得8分，偏离20%得6分', '7')],
        fields: ['scale:投诉率/above'],
      },
      {
        title: '投诉率为 3 得满分，指标值是 0%',
        disclosures: [scaled('投诉率为3得满分，每增长5%扣一分', '7')],
        fields: ['scale:投诉率/full'],
      },
      {
        title: '80% 属于两档',
        disclosures: [scaled('大于等于80%得10分，小于等于80%且大于等于60%得5分', '10')],
        fields: ['scale:投诉率/overlap'],
      },
    ],
    notApplicable: [{ title: '没有评分标准', disclosures: [scaled('依据年度工作计划', '10')] }],
  },
});

interface Scale {
  text: string;
  evidence: Evidence;
}

/** The scoring rule printed beside the indicator, in whichever column. */
function scaleOf(indicator: Indicator): Scale | null {
  for (const { text, evidence } of scoringTexts(indicator)) {
    const plain = joinedText(text);
    if (/得\d|满分/.test(plain)) return { text: plain, evidence };
  }
  return null;
}

function judge(entry: FormEntry, indicator: Indicator, { text, evidence }: Scale): Verdict {
  const fault = above(indicator, text) ?? full(indicator, text) ?? overlap(text);
  if (!fault) return pass;
  const { message, ...parameters } = fault;
  return fail({
    field: `scale:${indicator.name}/${message}`,
    project: entry.project,
    message,
    parameters: { indicator: quoteTarget(indicator), ...parameters },
    reported: parameters.points ?? parameters.bound ?? '',
    operands: [
      { label: `评分标准 ${indicator.name}`, evidence, form: entry.reading },
      targetOperand(entry, indicator),
    ],
  });
}

interface Fault {
  message: 'above' | 'full' | 'overlap';
  points?: string;
  weight?: string;
  bound?: string;
}

/** A class of the scale that scores more than the indicator weighs. */
function above({ weight }: Indicator, text: string): Fault | null {
  if (weight === null) return null;
  const points = [...text.matchAll(/得(\d+(?:\.\d+)?)分/g)].map(([, figure = '0']) => figure);
  const most = points.find((figure) => new Big(figure).gt(weight));
  return most ? { message: 'above', points: most, weight } : null;
}

/** `投诉率为3得满分` beside a target of 0 %. */
function full({ parsed }: Indicator, text: string): Fault | null {
  const { quantity, value, kind } = parsed;
  const [, figure] = /为(\d+(?:\.\d+)?)%?[^,，;；。\d]{0,2}得满分/.exec(text) ?? [];
  if (!figure || quantity === null || (kind !== 'percent' && kind !== 'number')) return null;
  const isMet = [quantity, value ?? quantity].some((own) => new Big(own).eq(figure));
  return isMet ? null : { message: 'full', bound: figure };
}

const LOWER = /(?:大于等于|≥|不低于|不少于)(\d+(?:\.\d+)?%?)/g;
const UPPER = /(?:小于等于|≤|不高于|不超过)(\d+(?:\.\d+)?%?)/g;

/** A bound that one class includes as its lower end and another as its upper end. */
function overlap(text: string): Fault | null {
  const classes = text.split(/分[,，;；。]?/).filter((each) => /得\d/.test(each));
  const lower = classes.flatMap((each, index) => boundsOf(each, LOWER).map((bound) => ({ bound, index })));
  const upper = classes.flatMap((each, index) => boundsOf(each, UPPER).map((bound) => ({ bound, index })));
  const both = upper.find(({ bound, index }) =>
    lower.some((other) => other.bound === bound && other.index !== index),
  );
  return both ? { message: 'overlap', bound: both.bound } : null;
}

const boundsOf = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, bound = '']) => bound);

function scaled(description: string, weight: string) {
  const indicator: IndicatorSpec = {
    level1: '产出指标',
    level2: '质量指标',
    name: '投诉率',
    target: '0%',
    parsed: ['percent', '=', '0', '%', '0', '%'],
    description,
    weight,
  };
  return { projects: [{ name: '甲', indicators: [indicator] }] };
}
