import type { WorkSheet } from '@e965/xlsx';
import type { SheetCell } from './sheet-cell.js';

/** Which rows and columns of a sheet, from 0, are not shown. */
export interface HiddenAxes {
  row: (number: number) => boolean;
  column: (number: number) => boolean;
}

/** Nothing is hidden. */
export const SHOWN: HiddenAxes = { row: () => false, column: () => false };

/** By the mark `hidden`, and by a height or width of nothing. */
export function hiddenAxes(sheet: WorkSheet): HiddenAxes {
  const rows = sheet['!rows'] ?? [];
  const columns = sheet['!cols'] ?? [];
  return {
    row: (number) => rows[number]?.hidden === true || rows[number]?.hpt === 0,
    column: (number) => columns[number]?.hidden === true || columns[number]?.width === 0,
  };
}

/**
 * Cells that are shown and cells that are not. A merged cell is shown in what is left of its range, where it then begins.
 */
export function separate(
  cells: readonly SheetCell[],
  sheet: WorkSheet,
  hides: HiddenAxes,
): { shown: SheetCell[]; hidden: SheetCell[] } {
  const ranges = new Map((sheet['!merges'] ?? []).map((range) => [`${range.s.r} ${range.s.c}`, range]));
  const shown: SheetCell[] = [];
  const hidden: SheetCell[] = [];
  for (const cell of cells) {
    const range = ranges.get(`${cell.row} ${cell.column}`);
    const row = firstShown(cell.row, range?.e.r ?? cell.row, hides.row);
    const column = firstShown(cell.column, range?.e.c ?? cell.column, hides.column);
    if (row === undefined || column === undefined) hidden.push(cell);
    else shown.push(row === cell.row && column === cell.column ? cell : { ...cell, row, column });
  }
  return { shown, hidden };
}

function firstShown(from: number, to: number, isHidden: (number: number) => boolean): number | undefined {
  for (let number = from; number <= to; number++) if (!isHidden(number)) return number;
  return undefined;
}
