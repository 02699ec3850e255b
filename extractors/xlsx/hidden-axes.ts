import type { SheetCell } from './sheet-cell.js';
import type { HiddenAxes, SheetRange, StoredSheet } from './stored-sheet.js';

/** Nothing is hidden. */
export const SHOWN: HiddenAxes = { row: () => false, column: () => false };

/**
 * Cells that are shown and cells that are not. A merged cell is shown in what is left of its range, where it then begins.
 */
export function separate({ cells, merges, hides }: Pick<StoredSheet, 'cells' | 'merges' | 'hides'>): {
  shown: SheetCell[];
  hidden: SheetCell[];
} {
  const ranges = new Map(merges.map((range) => [`${range.top} ${range.left}`, range]));
  const rangeAt = ({ row, column }: SheetCell): SheetRange | undefined =>
    ranges.size === 0 ? undefined : ranges.get(`${row} ${column}`);
  const shown: SheetCell[] = [];
  const hidden: SheetCell[] = [];
  for (const cell of cells) {
    const range = rangeAt(cell);
    const row = firstShown(cell.row, range?.bottom ?? cell.row, hides.row);
    const column = firstShown(cell.column, range?.right ?? cell.column, hides.column);
    if (row === undefined || column === undefined) hidden.push(cell);
    else shown.push(row === cell.row && column === cell.column ? cell : { ...cell, row, column });
  }
  return { shown, hidden };
}

function firstShown(from: number, to: number, isHidden: (number: number) => boolean): number | undefined {
  for (let number = from; number <= to; number++) if (!isHidden(number)) return number;
  return undefined;
}
