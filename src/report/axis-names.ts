import type { Grid } from '../model/grid.js';
import type { Place } from '../model/place.js';

/**
 * What the rows and columns of a grid are called in places: `r5` and `c3`, or `7` and `C` in workbooks. A row of a table that
 * stands in a cell of row 5 is `r5/1`. Where a table goes on over pages each row says its page: `p36 r3`.
 */
export function axisNames(grid: Grid): { rows: string[]; columns: string[] } {
  const rows = new Array<string | undefined>(grid.rows).fill(undefined);
  const columns = Array.from({ length: grid.columns }, (_, index) => `c${index + 1}`);
  const pages = new Set(grid.cells.map(({ place }) => pageOf(place)));
  for (const cell of grid.cells) {
    const [, column, row] = /!([A-Z]+)(\d+)$/.exec(cell.place) ?? [];
    if (column) columns[cell.column - 1] = column;
    if (row) rows[cell.row - 1] = row;
    else {
      const numbers = [...cell.place.matchAll(/ r(\d+) c\d+/g)].map(([, number]) => number);
      const page = pages.size > 1 ? pageOf(cell.place) : '';
      if (numbers.length > 0) rows[cell.row - 1] ??= `${page}r${numbers.join('/')}`;
    }
  }
  return { rows: rows.map((name, index) => name ?? `r${index + 1}`), columns };
}

/** `p36 ` of a place on a page, else ''. */
const pageOf = (place: Place): string => /^p\d+ (?=t)/.exec(place)?.[0] ?? '';
