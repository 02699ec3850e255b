import type { ScoreTotal } from '../../../../src/model/disclosure.js';
import type { RecognizedForm } from '../../form/form.js';
import { evidenceOf } from '../../form/ledger.js';
import type { Owner } from '../../rows/table-type.js';
import { figureWithin } from '../../values/evidence.js';

/** 总分 | 100 | 97.5: the first figure is the full mark, the second the score, a third its share; a lone figure is the score. */
export function assembleScoreTotals(form: RecognizedForm, owner: Owner): ScoreTotal[] {
  const figures = form.fields.filter(({ field }) => SCORE_FIELDS.includes(field));
  const rows = new Map<string, typeof figures>();
  for (const value of figures) {
    const key = `${value.at.block}.${value.row}`;
    rows.set(key, [...(rows.get(key) ?? []), value]);
  }
  return [...rows.values()].map((values) => {
    const grade = values.find(({ field }) => field === 'score.grade');
    const numbers = values.filter((value) => value !== grade);
    const [score, weight, rate] =
      numbers.length > 1 ? [numbers[1], numbers[0], numbers[2]] : [numbers[0], undefined, undefined];
    const evidence: ScoreTotal['evidence'] = {};
    for (const [key, value] of Object.entries({ score, weight, rate, grade })) {
      if (value) evidence[key] = evidenceOf(value.at);
    }
    return {
      ...owner,
      weight: figureWithin(weight?.text ?? null),
      score: figureWithin(score?.text ?? null),
      rate: figureWithin(rate?.text ?? null),
      grade: grade ? grade.text.trim() : null,
      evidence,
    };
  });
}

const SCORE_FIELDS = ['score.total', 'score.grade', 'weight.total'];
