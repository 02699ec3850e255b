import type { Grid } from '../model/grid.js';

/** A grid for programs; nested grids follow the one they stand in. */
export function gridAsJson(grid: Grid): object[] {
  const { table, page, sheet, rows, columns, certainty, cells } = grid;
  const own = {
    table,
    page: page ?? null,
    ...(sheet === undefined ? {} : { sheet }),
    rows,
    columns,
    certainty,
    cells: cells.map(({ row, column, rowSpan, colSpan, text, place }) => ({
      row,
      column,
      rowSpan,
      colSpan,
      text,
      place,
    })),
  };
  return [own, ...cells.flatMap(({ nested }) => (nested ?? []).flatMap(gridAsJson))];
}

/** Whether any part of the grid stands on the page. */
export const isOnPage = (grid: Grid, page: number): boolean =>
  grid.page === page || grid.cells.some(({ boxes }) => boxes?.some((box) => box.page === page));
