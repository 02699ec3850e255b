import type { Evidence } from '../../src/model/disclosure.js';
import { type Cell, type Grid, slotsOf, surenessOf } from '../../src/model/grid.js';

/** A grid with what reading a statement asks of it again and again. */
export interface StatementGrid {
  block: number;
  grid: Grid;
  /** `slots[row][column]`, both from 0. */
  slots: (Cell | undefined)[][];
  indexes: ReadonlyMap<Cell, number>;
}

export const statementGrid = (grid: Grid, block: number): StatementGrid => ({
  block,
  grid,
  slots: slotsOf(grid),
  indexes: new Map(grid.cells.map((cell, index) => [cell, index])),
});

export const evidenceOfCell = ({ block, indexes }: StatementGrid, cell: Cell): Evidence => ({
  place: cell.place,
  quote: cell.text,
  block,
  cell: indexes.get(cell) ?? null,
  ...surenessOf(cell),
});

/** The cells of a row that hold a text, each once, from the left; `own`: without those that begin in a row above. */
export function filledCells({ slots }: StatementGrid, row: number, own = true): Cell[] {
  const cells = new Set<Cell>();
  for (const cell of slots[row] ?? []) {
    if (cell && cell.text.trim() !== '' && (!own || cell.row === row + 1)) cells.add(cell);
  }
  return [...cells];
}
