import type { Stage } from '../../model/facts/stages.js';
import type { ColumnKind } from '../../model/statement.js';

/** What a column's figures are of: the year itself, the year before, the difference, or a plan beside what was spent. */
export type Period = 'current' | 'before' | 'change' | 'plan' | 'other';

const YEAR = /(?:19|20)\d{2}(?=年)/g;
const BEFORE =
  /^(?:上|去|前|上一|前一)年度?(?:年初|年终)?(?:预算|决算|执行|完成|实际|支出|收入|调整)*(?:数|金额|额)?$/;
const CHANGE = /增减|增幅|增长|变动|差额|比(?:上|去|前)|较(?:上|去|前)|与上年|占比|比重|完成率/;
const PLAN = /预算数|年初预算|预算安排/;
const DONE = /决算|执行|实际|完成/;

const PERIOD_NAME =
  /^(?:(?:19|20)\d{2}年|上年|去年|本年|今年)度?(?:年初|调整)?(?:预算|决算|执行|支出|实际|完成)*(?:数|金额)?$/;

/** Whether a row is named after a period: tables that lay the years under each other. */
export const isPeriodName = (name: string): boolean => PERIOD_NAME.test(name);

/**
 * The period of a column by its kind and its printed headers.
 * @param label as printed, upper headers first, joined by `/`
 * @param year of the disclosure
 */
export function periodOf(
  label: string,
  kind: ColumnKind,
  { year, stage }: { year: number | null; stage: Stage },
): Period {
  const parts = label
    .normalize('NFKC')
    .replace(/[ \t\n]/g, '')
    .split('/');
  if (kind === 'change' || parts.some((part) => CHANGE.test(part))) return 'change';
  if (kind === 'last-year' || parts.some((part) => BEFORE.test(part))) return 'before';
  const years = parts.flatMap((part) => part.match(YEAR) ?? []).map(Number);
  if (year !== null && years.length > 0 && !years.includes(year)) {
    return Math.max(...years) === year - 1 ? 'before' : 'other';
  }
  const isPlan = kind === 'budget' || kind === 'adjusted' || parts.some((part) => PLAN.test(part));
  const isDone = kind === 'actual' || parts.some((part) => DONE.test(part));
  if (stage === 'final') return isPlan && !isDone ? 'plan' : 'current';
  return isDone && !isPlan && years.length === 0 ? 'other' : 'current';
}
