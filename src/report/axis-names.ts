import type { Grid } from '../model/grid.js';

/**
 * What the rows and columns of a grid are called in places: `r5` and `c3`, or `7` and `C` in workbooks. A row of a table that
 * stands in a cell of row 5 is `r5/1`.
 */
export function axisNames(grid: Grid): { rows: string[]; columns: string[] } {
  const rows = Array.from({ length: grid.rows }, (_, index) => `r${index + 1}`);
  const columns = Array.from({ length: grid.columns }, (_, index) => `c${index + 1}`);
  for (const cell of grid.cells) {
    const [, column, row] = /!([A-Z]+)(\d+)$/.exec(cell.place) ?? [];
    if (column) columns[cell.column - 1] = column;
    if (row) rows[cell.row - 1] = row;
    else {
      const numbers = [...cell.place.matchAll(/ r(\d+) c\d+/g)].map(([, number]) => number);
      if (numbers.length > 0) rows[cell.row - 1] = `r${numbers.join('/')}`;
    }
  }
  return { rows, columns };
}
