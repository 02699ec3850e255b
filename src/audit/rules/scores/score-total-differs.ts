import Big from 'big.js';
import { decimalsOf, halfPlace } from '../../figures/intervals.js';
import {
  executionBeside,
  indicatorRows,
  isFigure,
  type ScoredRow,
  sumOf,
  totalRow,
} from '../../subjects/scores.js';
import type { FormEntry, FormSubject } from '../../subjects/subject.js';
import { hasUnreadRows } from '../../subjects/unread-rows.js';
import { fail, notApplicable, notEvaluated, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { IndicatorSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const scoreTotalDiffers = defineFormRule({
  id: 'score-total-differs',
  version: 2,
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
      const rows = rowsOf(entry);
      const scored = rows.filter(isScored);
      if (scored.length === 0) continue;
      stated = true;
      yield* scored.filter(isAbove).map((score) => aboveWeight(entry, score));
      yield judgeTotal(form, entry, rows);
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

type Scored = ScoredRow & { score: string };

const isScored = (row: ScoredRow): row is Scored => isFigure(row.score);

/** Rows that count towards the total: the execution rate once, and not where the total's full mark is that of the indicators. */
function rowsOf(entry: FormEntry): ScoredRow[] {
  const rows = indicatorRows(entry);
  const execution = executionBeside(entry, rows);
  if (!execution || execution.isAgain) return rows;
  const mark = totalRow(entry)?.weight ?? null;
  const isOfIndicators = isFigure(mark) && Number(mark) < 100 && sumOf(rows, 'weight').eq(mark);
  return isOfIndicators ? rows : [...rows, execution.row];
}

const isAbove = ({ weight, score }: Scored): boolean => isFigure(weight) && new Big(weight).lt(score);

const aboveWeight = (entry: FormEntry, { name, score, weight, scoreCell }: Scored): Verdict =>
  fail({
    field: `score:${name}`,
    project: entry.project,
    message: 'above',
    parameters: { name, score: plain(score), weight: plain(weight ?? '0') },
    reported: plain(score),
    expected: `≤${plain(weight ?? '0')}`,
    operands: [scoreCell],
  });

const plain = (figure: string): string => new Big(figure).toFixed();

function judgeTotal(form: FormSubject, entry: FormEntry, rows: ScoredRow[]): Verdict {
  const total = totalRow(entry);
  const cell = total?.evidence.score;
  const printed = total?.score ?? null;
  if (!isFigure(printed) || !cell) return notApplicable('没有总分');
  const scored = rows.filter(isScored);
  const unscored = rows.filter((row) => !isScored(row) && !row.isCovered).length;
  if (unscored >= scored.length) return notEvaluated('多数指标没有得分');
  const sum = sumOf(scored, 'score');
  const difference = sum.minus(printed);
  if (explains(printed, scored, difference)) return pass;
  const weights = sumOf(rows, 'weight');
  const isWeight = !isFigure(total?.weight ?? null) && weights.eq(printed);
  const isWhole = weights.eq(isFigure(total?.weight ?? null) ? (total?.weight ?? 100) : 100);
  if (hasUnreadRows(form) || (form.form.blocks.length > 1 && !isWhole)) return notEvaluated('表没有读全');
  const formula = `${scored.map(({ score }) => plain(score)).join(' + ')} = ${sum.toFixed()}`;
  const isTruncated = decimalsOf(printed) === 0 && difference.abs().lt(1);
  return (isTruncated ? review : fail)({
    field: 'score.total',
    project: entry.project,
    message: 'sum',
    parameters: { reported: printed, sum: sum.toFixed(), formula },
    reported: printed,
    expected: sum.toFixed(),
    formula: `${formula} ≠ ${printed}`,
    operands: [
      { label: '总分', evidence: cell, form: entry.reading },
      ...scored.map(({ scoreCell }) => scoreCell),
    ],
    doubts: [
      ...(isWeight ? ['合计行只印一个数，可能是分值之和'] : []),
      ...(unscored > 0 ? ['有指标没有得分'] : []),
      ...(weights.gt(0) && !isWhole ? ['各项分值之和不是总分值，可能有指标没有读到'] : []),
    ],
  });
}

/** Whether rounding or cutting off the last place explains the difference: of the total, and of scores with two decimals. */
function explains(printed: string, scored: Scored[], difference: Big): boolean {
  if (difference.eq(0)) return true;
  const decimals = decimalsOf(printed);
  const ofTotal = decimals === 0 ? new Big(0) : halfPlace(decimals).times(2);
  const ofRows = scored.reduce(
    (slack, { score }) => (decimalsOf(score) < 2 ? slack : slack.plus(halfPlace(decimalsOf(score)).times(2))),
    new Big(0),
  );
  return difference.abs().lt(ofTotal.plus(ofRows));
}

function scoring(weight: string, score: string): IndicatorSpec {
  return { level1: '产出指标', name: `指标${weight}`, target: '1次', weight, score };
}
