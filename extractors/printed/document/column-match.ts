import type { SlotRange } from '../layout/slot-regions.js';
import type { TableDraft } from '../layout/table-draft.js';

/** Column lines of two parts of one table differ by no more than this (points). */
const TOLERANCE = 3.5;
/** Pages laid out one by one have a line elsewhere by up to this share of the narrower column beside it, and so many points. */
const DRIFT = 0.3;
const MOST_DRIFT = 12;
/** So many lines have to be found again where an outer one is missing, or where lines drift. */
const LEAST_LINES = 4;
/** Fewer columns than these are alike by chance. */
const TELLING_COLUMNS = 4;

/** Column lines of a joined table, and where the lines of either part stand among them. */
export interface ColumnMatch {
  xs: number[];
  first: number[];
  second: number[];
  /** Share of the inner lines of the part with fewer of them that stand in the other part too; 1 where there are none. */
  shared: number;
  /** Both parts have the same columns, and enough of them to be no chance. */
  alike: boolean;
}

/**
 * Brings the columns of two tables together: same outer edges (shifted as a whole, as left and right pages are); or all
 * lines of the second among those of the first, where the outermost column is not drawn again on the next page. As many
 * lines in nearly the same places are the same lines. Null where the columns do not fit.
 */
export function alignColumns(first: TableDraft, second: TableDraft): ColumnMatch | null {
  const shift = (first.xs[0] ?? 0) - (second.xs[0] ?? 0);
  const shifted = second.xs.map((x) => x + shift);
  if (Math.abs((first.xs.at(-1) ?? 0) - (shifted.at(-1) ?? 0)) > TOLERANCE) {
    const partner = partnersOf(second.xs, first.xs);
    const isPart = second.xs.length >= LEAST_LINES && partner.every((i) => i >= 0);
    return isPart
      ? { xs: first.xs, first: numbersOf(first.xs), second: partner, shared: 1, alike: false }
      : null;
  }
  if (isDrifted(first.xs, shifted)) {
    const numbers = numbersOf(first.xs);
    const alike = numbers.length > TELLING_COLUMNS;
    return { xs: first.xs, first: numbers, second: numbers, shared: 1, alike };
  }
  const partner = partnersOf(shifted, first.xs);
  const inner = Math.min(first.xs.length, second.xs.length) - 2;
  const found = partner.slice(1, -1).filter((i) => i >= 0).length;

  const xs = [...first.xs, ...shifted.filter((_, i) => (partner[i] ?? -1) < 0)].sort((a, b) => a - b);
  return {
    xs,
    first: first.xs.map((x) => xs.indexOf(x)),
    second: shifted.map((x, i) => xs.indexOf(first.xs[partner[i] ?? -1] ?? x)),
    shared: inner > 0 ? found / inner : 1,
    alike: false,
  };
}

const numbersOf = (lines: readonly number[]): number[] => lines.map((_, i) => i);

/** Whether both have as many lines, each near its counterpart. */
function isDrifted(lines: readonly number[], others: readonly number[]): boolean {
  if (lines.length !== others.length || lines.length < LEAST_LINES) return false;
  const room = (xs: readonly number[], i: number): number =>
    Math.min((xs[i] ?? 0) - (xs[i - 1] ?? -Infinity), (xs[i + 1] ?? Infinity) - (xs[i] ?? 0));
  return lines.every((x, i) => {
    const drift = Math.min(MOST_DRIFT, DRIFT * Math.min(room(lines, i), room(others, i)));
    return Math.abs(x - (others[i] ?? Infinity)) <= Math.max(TOLERANCE, drift);
  });
}

/** For each line the index of the line at the same place, -1 where there is none. */
const partnersOf = (lines: readonly number[], others: readonly number[]): number[] =>
  lines.map((x) => others.findIndex((other) => Math.abs(other - x) <= TOLERANCE));

/** Columns of a cell counted in the joined table. */
export const inColumns = (
  cell: SlotRange,
  lines: readonly number[],
): Pick<SlotRange, 'column' | 'columnEnd'> => ({
  column: lines[cell.column] ?? 0,
  columnEnd: lines[cell.columnEnd] ?? 0,
});
