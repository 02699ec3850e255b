import Big from 'big.js';
import { decimalsOf, halfPlace } from '../../figures/intervals.js';
import type { FormEntry } from '../../subjects/subject.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { IndicatorSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const scoreTotalDiffers = defineFormRule({
  id: 'score-total-differs',
  version: 1,
  title: '自评得分相加不等于总分，或得分高于分值',
  severity: 'error',
  tolerance: 'T0',
  forms: ['project-self-evaluation', 'department-self-evaluation'],
  authority: arithmetic('总分等于各项得分之和；得分不超过分值'),
  formula: '总分 = Σ 指标得分 + 执行率得分；每项得分 ≤ 分值',
  why: '总分决定自评等次，相加不符说明有一项得分或总分填错。',
  messages: {
    sum: '总分印为{reported}，各项得分相加为{sum}（{formula}），待核实。',
    above: '“{name}”得分{score}，高于分值{weight}，待核实。',
  },
  *check(form) {
    let stated = false;
    for (const entry of form.entries) {
      const scored = scoresOf(entry);
      if (scored.length === 0) continue;
      stated = true;
      yield* scored.filter(isAbove).map((score) => aboveWeight(entry, score));
      yield judgeTotal(entry, scored);
    }
    if (!stated) yield notApplicable('没有得分');
  },
  examples: {
    passes: [
      {
        title: '60 + 38 = 98',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                kind: 'project-self-evaluation',
                indicators: [scoring('60', '60'), scoring('40', '38')],
                scoreTotal: { score: '98' },
              },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '总分多 1 分',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                kind: 'project-self-evaluation',
                indicators: [scoring('60', '60'), scoring('40', '38')],
                scoreTotal: { score: '99' },
              },
            ],
          },
        ],
        fields: ['score.total'],
      },
      {
        title: '一项得分高于分值',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                kind: 'project-self-evaluation',
                indicators: [scoring('60', '58'), scoring('40', '42')],
                scoreTotal: { score: '100' },
              },
            ],
          },
        ],
        fields: ['score:指标40'],
      },
    ],
    notApplicable: [
      { title: '没有得分', disclosures: [{ projects: [{ name: '甲', kind: 'project-self-evaluation' }] }] },
      {
        title: '没有总分',
        disclosures: [
          { projects: [{ name: '甲', kind: 'project-self-evaluation', indicators: [scoring('60', '60')] }] },
        ],
      },
    ],
  },
});

interface Score {
  name: string;
  score: Big;
  weight: Big | null;
  operand: OperandDraft;
}

const isFigure = (text: string | null): text is string => text !== null && /^\d+(\.\d+)?$/.test(text);

/** Scores of the indicators and of the execution rate. */
function scoresOf({ indicators, execution, reading }: FormEntry): Score[] {
  const rows = [
    ...indicators.map(({ name, score, weight, evidence }) => ({
      name,
      score,
      weight,
      cell: evidence.score ?? evidence.name,
    })),
    ...execution.map(({ category, score, weight, evidence }) => ({
      name: `预算执行率（${category}）`,
      score,
      weight,
      cell: evidence.score ?? evidence.rate,
    })),
  ];
  return rows.flatMap(({ name, score, weight, cell }) =>
    isFigure(score) && cell
      ? [
          {
            name,
            score: new Big(score),
            weight: isFigure(weight) ? new Big(weight) : null,
            operand: { label: name, evidence: cell, form: reading },
          },
        ]
      : [],
  );
}

const isAbove = ({ score, weight }: Score): boolean => weight?.lt(score) ?? false;

const aboveWeight = (entry: FormEntry, { name, score, weight, operand }: Score): Verdict =>
  fail({
    field: `score:${name}`,
    project: entry.project,
    message: 'above',
    parameters: { name, score: score.toFixed(), weight: weight?.toFixed() ?? '' },
    reported: score.toFixed(),
    expected: `≤${weight?.toFixed() ?? ''}`,
    operands: [operand],
  });

function judgeTotal(entry: FormEntry, scored: Score[]): Verdict {
  const printed = entry.scoreTotals.find(({ score }) => isFigure(score));
  const cell = printed?.evidence.score;
  if (!printed?.score || !cell) return notApplicable('没有总分');
  const sum = scored.reduce((total, { score }) => total.plus(score), new Big(0));
  const decimals = decimalsOf(printed.score);
  const slack = decimals === 0 ? new Big(0) : halfPlace(decimals);
  if (sum.minus(printed.score).abs().lte(slack)) return pass;
  const unscored = entry.indicators.length - entry.indicators.filter(({ score }) => isFigure(score)).length;
  const formula = `${scored.map(({ score }) => score.toFixed()).join(' + ')} = ${sum.toFixed()}`;
  return fail({
    field: 'score.total',
    project: entry.project,
    message: 'sum',
    parameters: { reported: printed.score, sum: sum.toFixed(), formula },
    reported: printed.score,
    expected: sum.toFixed(),
    formula: `${formula} ≠ ${printed.score}`,
    operands: [
      { label: '总分', evidence: cell, form: entry.reading },
      ...scored.map(({ operand }) => operand),
    ],
    doubts: unscored > 0 ? ['有指标没有得分'] : [],
  });
}

function scoring(weight: string, score: string): IndicatorSpec {
  return { level1: '产出指标', name: `指标${weight}`, target: '1次', weight, score };
}
