import type Big from 'big.js';
import type { Horizon } from '../../model/disclosure.js';
import {
  executionBeside,
  indicatorRows,
  isFigure,
  type ScoredRow,
  sumOf,
  totalRow,
} from '../subjects/scores.js';
import type { FormEntry, FormSubject } from '../subjects/subject.js';

/** What the indicators of one project, or of the department, weigh together. */
export interface WeightSum {
  entry: FormEntry;
  horizon: Horizon;
  rows: ScoredRow[];
  /** Those of the rows with a weight of their own. */
  weighted: ScoredRow[];
  /** Null where a weight is no figure. */
  sum: Big | null;
  /** What the weights may add up to. */
  allowed: number[];
}

export const isFullScore = ({ sum, allowed }: WeightSum): boolean =>
  sum !== null && allowed.some((maximum) => sum.eq(maximum));

/** One for each project and horizon that states weights. */
export function* weightSums(form: FormSubject): Generator<WeightSum> {
  for (const entry of form.entries) {
    for (const horizon of ['annual', 'period'] as const) {
      const indicators = entry.indicators.filter((indicator) => indicator.horizon === horizon);
      if (!indicators.some(({ weight }) => weight !== null)) continue;
      const rows = indicatorRows({ ...entry, indicators });
      const weighted = rows.filter(({ weight }) => weight !== null);
      const isRead = weighted.every(({ weight }) => isFigure(weight));
      yield {
        entry,
        horizon,
        rows,
        weighted,
        sum: isRead ? sumOf(weighted, 'weight') : null,
        allowed: maximaOf(entry, weighted),
      };
    }
  }
}

/**
 * What the indicators' weights may add up to: the printed total less the execution rate's own points (unless an indicator
 * prints them again, or the total is of the indicators alone), else 100 or 90.
 */
function maximaOf(entry: FormEntry, rows: ScoredRow[]): number[] {
  const execution = executionBeside(entry, rows);
  const mark = totalRow(entry)?.weight ?? null;
  const total = Number(isFigure(mark) ? mark : 100);
  const own = execution?.row.weight ?? null;
  if (!isFigure(own)) return [...new Set([total, 100, 90])];
  return execution?.isAgain ? [total] : [...(total < 100 ? [total] : []), total - Number(own)];
}
