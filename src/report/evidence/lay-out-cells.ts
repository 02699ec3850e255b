import type { Cell, Grid } from '../../model/grid.js';
import { numbersIn, type Range } from './shown-ranges.js';

/** A cell, or the part of it that is shown. */
export interface ShownCell {
  /** null: a slot without a cell. */
  cell: Cell | null;
  rowSpan: number;
  colSpan: number;
  /** The cell began further up or left. */
  continued: boolean;
}

/** A shown row: its number in the grid, and its cells from left to right; slots covered from above have no entry. */
export interface LaidOutRow {
  row: number;
  cells: ShownCell[];
}

/**
 * Lays out the part of a grid that is shown, as HTML wants it: one list of rows per range of rows, spans cut to the range. No
 * span leaves its range and none overlaps another, whatever the grid says, so that every row has the same width.
 */
export function layOutCells(grid: Grid, rows: readonly Range[], columns: readonly Range[]): LaidOutRow[][] {
  const shownRows = numbersIn(rows);
  const shownColumns = numbersIn(columns);
  const owners = ownersOf(grid, shownRows, shownColumns);
  let next = 0;
  return rows.map(({ from, to }) => {
    const start = next;
    next += to - from + 1;
    return layOutRange(owners.slice(start, next), from, shownColumns);
  });
}

type Owners = (Cell | null)[][];

/** The cell in each shown slot; where cells overlap, the first one. */
function ownersOf(grid: Grid, rows: readonly number[], columns: readonly number[]): Owners {
  const owners: Owners = rows.map(() => new Array<Cell | null>(columns.length).fill(null));
  for (const cell of grid.cells) {
    for (let r = firstFrom(rows, cell.row); (rows[r] ?? Infinity) < cell.row + cell.rowSpan; r++) {
      const line = owners[r];
      for (
        let c = firstFrom(columns, cell.column);
        (columns[c] ?? Infinity) < cell.column + cell.colSpan;
        c++
      )
        if (line) line[c] ??= cell;
    }
  }
  return owners;
}

/** Index of the first of the ascending numbers that is at least `least`. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function layOutRange(owners: Owners, from: number, columns: readonly number[]): LaidOutRow[] {
  const done = owners.map((line) => line.map(() => false));
  return owners.map((line, r) => {
    const cells: ShownCell[] = [];
    for (let c = 0; c < line.length; c++) {
      if (done[r]?.[c]) continue;
      const cell = line[c] ?? null;
      const { rowSpan, colSpan } = cell === null ? { rowSpan: 1, colSpan: 1 } : spanAt(owners, done, r, c);
      for (let i = r; i < r + rowSpan; i++) done[i]?.fill(true, c, c + colSpan);
      const continued = cell !== null && (cell.row !== from + r || cell.column !== columns[c]);
      cells.push({ cell, rowSpan, colSpan, continued });
    }
    return { row: from + r, cells };
  });
}

/** The largest rectangle with its corner here that belongs to one cell. */
function spanAt(owners: Owners, done: boolean[][], row: number, column: number) {
  const cell = owners[row]?.[column];
  const isFree = (r: number, c: number): boolean => owners[r]?.[c] === cell && done[r]?.[c] === false;
  let colSpan = 1;
  while (isFree(row, column + colSpan)) colSpan++;
  let rowSpan = 1;
  const isRowFree = (r: number): boolean =>
    Array.from({ length: colSpan }, (_, index) => column + index).every((c) => isFree(r, c));
  while (isRowFree(row + rowSpan)) rowSpan++;
  return { rowSpan, colSpan };
}
