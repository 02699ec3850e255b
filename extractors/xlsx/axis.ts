/** Rows (or columns) of a sheet that make it into the grid; all numbers count from 0. */
export interface Axis {
  length: number;
  /** Position in the grid of a sheet row that is in it. */
  indexOf(number: number): number;
  /** Sheet row at a position in the grid. */
  numberAt(index: number): number;
  /** First position at or after a sheet row. */
  firstFrom(number: number): number;
  /** Last position at or before a sheet row. */
  lastUpTo(number: number): number;
}

/** Blank runs up to this long are kept, longer ones become one blank row: a stray cell at XFD1048576 makes no huge grid. */
const LONGEST_BLANK_RUN = 10;

/**
 * @param used sheet rows with content, in any order, at least one
 * @param isHidden rows that are not shown, not even as blank ones
 */
export function axisOf(used: readonly number[], isHidden: (number: number) => boolean = () => false): Axis {
  const kept: number[] = [];
  for (const number of Int32Array.from(new Set(used)).sort()) {
    const previous = kept.at(-1) ?? number - 1;
    const blanks = number - previous - 1;
    const shown = blanks > LONGEST_BLANK_RUN ? 1 : blanks;
    for (let i = 1; i <= shown; i++) if (!isHidden(previous + i)) kept.push(previous + i);
    kept.push(number);
  }
  const firstFrom = (number: number): number => {
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((kept[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    length: kept.length,
    indexOf: firstFrom,
    numberAt: (index) => kept[index] ?? 0,
    firstFrom,
    lastUpTo: (number) => firstFrom(number + 1) - 1,
  };
}
