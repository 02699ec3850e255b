/** Rows or columns from … to, counted from 1, both included. */
export interface Range {
  from: number;
  to: number;
}

export interface RangeLimits {
  /** Up to so many, all are shown. */
  few: number;
  /** So many at the beginning are always shown: titles and headers stand there. */
  head: number;
  /** So many are shown on either side of what is wanted. */
  around: number;
}

/** A gap this narrow is filled rather than announced. */
const NARROW_GAP = 2;

/** Which of `total` rows (or columns) to show so that those wanted are among them; ascending, with gaps between. */
export function shownRanges(
  total: number,
  wanted: readonly number[],
  { few, head, around }: RangeLimits,
): Range[] {
  if (total <= few) return [{ from: 1, to: total }];
  const ranges: Range[] = [{ from: 1, to: head }];
  for (const at of [...wanted].sort((a, b) => a - b)) {
    const range = { from: Math.max(1, at - around), to: Math.min(total, at + around) };
    const last = ranges.at(-1);
    if (last && range.from <= last.to + 1 + NARROW_GAP) last.to = Math.max(last.to, range.to);
    else ranges.push(range);
  }
  const last = ranges.at(-1);
  if (last && total - last.to <= NARROW_GAP) last.to = total;
  return ranges;
}

/** What lies between the ranges and behind the last one. */
export function gapsBetween(total: number, ranges: readonly Range[]): Range[] {
  return ranges.flatMap(({ to }, index) => {
    const next = ranges[index + 1]?.from ?? total + 1;
    return next > to + 1 ? [{ from: to + 1, to: next - 1 }] : [];
  });
}

/** The numbers in the ranges. */
export const numbersIn = (ranges: readonly Range[]): number[] =>
  ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
