import Big from 'big.js';
import { decimalsOf, halfPlace } from '../../figures/intervals.js';
import {
  type ScoredIndicator,
  SELF_EVALUATION_FORMS,
  scoredIndicators,
} from '../../subjects/scored-indicators.js';
import type { FormEntry } from '../../subjects/subject.js';
import { scoreByRule } from '../../texts/scoring-rule.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { DisclosureSpec, IndicatorSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const scoreNotByFormula = defineFormRule({
  id: 'score-not-by-formula',
  version: 2,
  title: '得分与所印评分标准算出的不符',
  severity: 'warning',
  tolerance: 'T2',
  forms: SELF_EVALUATION_FORMS,
  authority: arithmetic('得分按表中所印的评分标准计算'),
  formula: '未完成的：按比例 = 分值 × 实际 ÷ 指标值；逐项扣分 = 分值 − 扣分；不达标不得分 = 0；完成的 = 分值',
  why: '评分标准由填表单位自己定出，得分与它不符，可能是算错或没有按标准评分。',
  messages: {
    differs:
      '“{name}”指标值{target}，实际完成{actual}，得分印为{score}，按所印评分标准（{rule}）计算为{computed}，待核实。',
  },
  *check(form) {
    let any = false;
    for (const entry of form.entries) {
      for (const scored of scoredIndicators(entry)) {
        const verdict = judge(entry, scored);
        if (verdict) any = true;
        if (verdict) yield verdict;
      }
    }
    if (!any) yield notApplicable('没有印出可以计算的评分标准');
  },
  examples: {
    passes: [
      { title: '350 完成 315，6 分得 5.4', disclosures: [evaluated('315', '5.4', '按完成比例得分')] },
      { title: '按比例 5.4，取整为 5', disclosures: [evaluated('315', '5', '按完成比例得分')] },
      { title: '少 2 篇，每少 1 篇扣 0.5 分', disclosures: [evaluated('348', '5', '每少1篇扣0.5分')] },
      { title: '未完成不得分', disclosures: [evaluated('340', '0', '完成得满分，否则不得分')] },
    ],
    reports: [
      {
        title: '按比例应为 5.4，印 4',
        disclosures: [evaluated('315', '4', '按完成比例得分')],
        fields: ['formula:发稿量'],
      },
      {
        title: '少 2 篇应扣 1 分，扣了 2 分',
        disclosures: [evaluated('348', '4', '每少1篇扣0.5分')],
        fields: ['formula:发稿量'],
      },
      {
        title: '完成却扣分',
        disclosures: [evaluated('350', '5', '按完成比例得分')],
        fields: ['formula:发稿量'],
      },
    ],
    notApplicable: [{ title: '评分标准不能计算', disclosures: [evaluated('315', '5', '依据年度工作总结')] }],
  },
});

/** What goes further beyond its target may lose points for it: the target was set too low. */
const FAR = 0.1;

function judge(entry: FormEntry, scored: ScoredIndicator): Verdict | null {
  const { indicator, achievement, weight, score, rule, operands } = scored;
  if (!rule || achievement.kind === 'not-comparable') return null;
  if (achievement.kind === 'missed' && new Big(score).gte(weight)) return null;
  if (achievement.kind === 'met' && (achievement.beyond === null || achievement.beyond > FAR)) return null;
  const computed = achievement.kind === 'met' ? new Big(weight) : missedScore(scored);
  if (!computed) return null;
  const slack = halfPlace(Math.min(decimalsOf(score), 2)).times(2);
  if (computed.minus(score).abs().lt(slack)) return pass;
  return fail({
    field: `formula:${indicator.name}`,
    project: entry.project,
    message: 'differs',
    parameters: {
      name: indicator.name,
      target: (indicator.target ?? '').trim(),
      actual: (indicator.actual ?? '').trim(),
      score,
      rule: rule.operand.evidence.quote.trim(),
      computed: computed.round(2).toFixed(),
    },
    reported: score,
    expected: computed.round(2).toFixed(),
    operands: [...operands, rule.operand],
  });
}

function missedScore({ indicator: { parsed }, actual, weight, rule }: ScoredIndicator): Big | null {
  if (!rule || parsed.quantity === null || actual.quantity === null || parsed.kind === 'level') return null;
  return scoreByRule(rule.rule, {
    weight: new Big(weight),
    asked: new Big(parsed.quantity),
    done: new Big(actual.quantity),
    isUpperBound: parsed.operator === '<=' || parsed.operator === '<',
  });
}

function evaluated(actual: string, score: string, standard: string): DisclosureSpec {
  const indicator: IndicatorSpec = {
    level1: '产出指标',
    name: '发稿量',
    target: '≥350篇',
    parsed: ['number', '>=', '350', '篇', '350', '篇'],
    actual: `${actual}篇`,
    actualParsed: ['number', null, actual, '篇', actual, '篇'],
    weight: '6',
    score,
    standard,
  };
  return { projects: [{ name: '甲', kind: 'project-self-evaluation', indicators: [indicator] }] };
}
