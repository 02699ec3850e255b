import type { Grid } from '../../../src/model/grid.js';
import { nestedPlace, type Place, tablePlace } from '../../../src/model/place.js';

/** A grid of an embedded document as the table of another number, with all places in it. */
export function renumbered(grid: Grid, table: number, outer: Place | null = null): Grid {
  const { page: _, ...rest } = grid;
  const cells = grid.cells.map((cell) => {
    const own = tablePlace(table, cell.row, cell.column);
    const place = outer === null ? own : nestedPlace(outer, own);
    const nested = cell.nested?.map((inner) => renumbered(inner, inner.table, place));
    return { ...cell, place, ...(nested ? { nested } : {}) };
  });
  return { ...rest, table, cells };
}
