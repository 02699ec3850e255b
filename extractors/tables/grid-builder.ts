import type { Cell, Grid } from '../../src/model/grid.js';
import { tablePlace } from '../../src/model/place.js';
import { LIMITS, LimitError } from '../bytes/limits.js';

/** A cell as a source lists it, row by row. */
export interface SourceCell {
  text: string;
  rowSpan?: number;
  colSpan?: number;
  /** Fixed column (from 1), where the source says one; else the next free slot of the row. */
  column?: number;
  flags?: Cell['flags'];
  raw?: Cell['raw'];
  exact?: Cell['exact'];
  nested?: Grid[];
  recognized?: Cell['recognized'];
}

export interface GridOptions {
  table: number;
  page?: number;
  certainty?: Grid['certainty'];
  headerRows?: number;
  /** Place of the cell at a row and column of the grid, from 1; by table, row and column unless given. */
  placeAt?: (row: number, column: number) => string;
  /** Leave short rows short (flattened text) instead of filling them with blank cells. */
  ragged?: boolean;
}

/**
 * Places cells into slots as HTML tables do (rowspan blocks slots below, spans end at the grid's edge, a cell that would
 * overlap is narrowed to the free slots) and fills what is left with blank cells, so that cells tile the grid.
 */
export function buildGrid(rows: readonly (readonly SourceCell[])[], options: GridOptions): Grid {
  const taken: boolean[][] = rows.map(() => []);
  const cells: Cell[] = [];
  let columns = 0;
  let slots = 0;

  rows.forEach((sourceRow, r) => {
    if (sourceRow.length > LIMITS.gridColumns) {
      throw new LimitError(`表格一行超过 ${LIMITS.gridColumns} 格`);
    }
    let next = 0;
    for (const source of sourceRow) {
      const line = taken[r] ?? [];
      let column = source.column === undefined ? next : Math.max(0, source.column - 1);
      while (line[column]) column++;
      const rowSpan = Math.min(Math.max(1, source.rowSpan ?? 1), rows.length - r);
      const wanted = Math.max(1, source.colSpan ?? 1);
      let colSpan = 1;
      while (colSpan < wanted && !line[column + colSpan]) colSpan++;
      slots += rowSpan * colSpan;
      if (slots > LIMITS.gridSlots || column + colSpan > LIMITS.gridSlots) {
        throw new LimitError(`表格超过 ${LIMITS.gridSlots} 格`);
      }
      for (let below = 0; below < rowSpan; below++) {
        const covered = taken[r + below];
        if (covered) for (let c = column; c < column + colSpan; c++) covered[c] = true;
      }
      cells.push(placeCell(source, r + 1, column + 1, rowSpan, colSpan, options));
      next = column + colSpan;
      columns = Math.max(columns, next);
    }
  });

  if (!options.ragged) fillBlanks(cells, taken, columns, options);
  return {
    kind: 'grid',
    table: options.table,
    ...(options.page === undefined ? {} : { page: options.page }),
    rows: rows.length,
    columns,
    cells,
    ...(options.headerRows ? { headerRows: options.headerRows } : {}),
    certainty: options.certainty ?? 'ruled',
  };
}

/** A ragged grid whose free slots are filled with blank cells. */
export function fillGrid(grid: Grid, options: GridOptions): Grid {
  const taken: boolean[][] = Array.from({ length: grid.rows }, () => []);
  for (const { row, column, rowSpan, colSpan } of grid.cells) {
    for (let r = row - 1; r < row - 1 + rowSpan; r++) {
      const line = taken[r];
      if (line) for (let c = column - 1; c < column - 1 + colSpan; c++) line[c] = true;
    }
  }
  fillBlanks(grid.cells, taken, grid.columns, options);
  return grid;
}

function placeCell(
  source: SourceCell,
  row: number,
  column: number,
  rowSpan: number,
  colSpan: number,
  options: GridOptions,
): Cell {
  const cell: Cell = {
    row,
    column,
    rowSpan,
    colSpan,
    text: source.text,
    place: options.placeAt?.(row, column) ?? tablePlace(options.table, row, column, options.page),
  };
  if (source.flags?.length) cell.flags = source.flags;
  if (source.raw !== undefined) cell.raw = source.raw;
  if (source.exact !== undefined) cell.exact = source.exact;
  if (source.recognized !== undefined) cell.recognized = source.recognized;
  if (source.nested?.length) cell.nested = source.nested;
  return cell;
}

function fillBlanks(cells: Cell[], taken: boolean[][], columns: number, options: GridOptions): void {
  if (taken.length * columns > LIMITS.gridSlots) throw new LimitError(`表格超过 ${LIMITS.gridSlots} 格`);
  taken.forEach((line, r) => {
    for (let c = 0; c < columns; c++) {
      if (!line[c]) cells.push(placeCell({ text: '' }, r + 1, c + 1, 1, 1, options));
    }
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
}
