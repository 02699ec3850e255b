import Big from 'big.js';
import {
  type ScoredIndicator,
  SELF_EVALUATION_FORMS,
  scoredIndicators,
} from '../../subjects/scored-indicators.js';
import type { FormEntry } from '../../subjects/subject.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { DisclosureSpec, IndicatorSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const actualMissesButScoredFull = defineFormRule({
  id: 'actual-misses-but-scored-full',
  version: 2,
  title: '没有完成的指标得了满分',
  severity: 'error',
  tolerance: 'T2',
  forms: SELF_EVALUATION_FORMS,
  authority: guidance('未完成指标值的按偏离程度扣分', '财预〔2020〕10号'),
  formula: '实际完成值未达到指标值 ⇒ 得分 < 分值',
  why: '没有完成而得满分，自评就不能说明完成情况；评分标准没有印出的，可能另有规定。',
  messages: {
    ruled: '“{name}”指标值{target}，实际完成{actual}，得分{score}为满分，与所印评分标准不合，待核实。',
    unruled: '“{name}”指标值{target}，实际完成{actual}，得分{score}为满分；表中没有印出评分标准，待核实。',
  },
  *check(form) {
    let any = false;
    for (const entry of form.entries) {
      for (const scored of scoredIndicators(entry)) {
        any = true;
        yield judge(entry, scored);
      }
    }
    if (!any) yield notApplicable('没有实际完成值和得分');
  },
  examples: {
    passes: [
      { title: '少发稿，扣了分', disclosures: [evaluated('335篇', '335', '4')] },
      { title: '完成，满分', disclosures: [evaluated('350篇', '350', '6')] },
    ],
    reports: [
      { title: '少 15 篇，满分', disclosures: [evaluated('335篇', '335', '6')], fields: ['score:发稿量'] },
      {
        title: '评分标准为按比例得分，仍得满分',
        disclosures: [evaluated('335篇', '335', '6', '按完成比例得分')],
        fields: ['score:发稿量'],
      },
    ],
    notApplicable: [{ title: '没有得分', disclosures: [evaluated('335篇', '335')] }],
  },
});

function judge(
  entry: FormEntry,
  { indicator, achievement, weight, score, rule, operands }: ScoredIndicator,
): Verdict {
  if (achievement.kind !== 'missed' || Number(weight) === 0 || new Big(score).lt(weight)) return pass;
  return (rule ? fail : review)({
    field: `score:${indicator.name}`,
    project: entry.project,
    message: rule ? 'ruled' : 'unruled',
    parameters: {
      name: indicator.name,
      target: (indicator.target ?? '').trim(),
      actual: (indicator.actual ?? '').trim(),
      score,
    },
    reported: score,
    expected: `<${weight}`,
    operands: rule ? [...operands, rule.operand] : operands,
  });
}

function evaluated(actual: string, quantity: string, score?: string, standard?: string): DisclosureSpec {
  const indicator: IndicatorSpec = {
    level1: '产出指标',
    name: '发稿量',
    target: '≥350篇',
    parsed: ['number', '>=', '350', '篇', '350', '篇'],
    actual,
    actualParsed: ['number', null, quantity, '篇', quantity, '篇'],
    weight: '6',
    ...(score ? { score } : {}),
    ...(standard ? { standard } : {}),
  };
  return { projects: [{ name: '甲', kind: 'project-self-evaluation', indicators: [indicator] }] };
}
