import { type Cell, type Grid, slotsOf } from '../../../src/model/grid.js';

/** A cell as it stands in one row: `continues` where it reaches in from the row above. */
export interface PrintedCell {
  cell: Cell;
  continues: boolean;
}

/** The rows of a grid, each cell once in every row it reaches into. */
export const printedRows = (grid: Grid): PrintedCell[][] =>
  slotsOf(grid).map((slots, index) =>
    [...new Set(slots)].flatMap((cell) => (cell ? [{ cell, continues: cell.row < index + 1 }] : [])),
  );
