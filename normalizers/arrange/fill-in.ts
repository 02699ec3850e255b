import { type Block, type Cell, type Grid, isGrid } from '../../src/model/grid.js';

/** A grid with more slots than this is not made; tables within tables could ask for any number. */
const MOST_SLOTS = 1_000_000;

/** What takes the place of a cell: its lines and tables under each other. */
interface Filling {
  cell: Cell;
  parts: (Grid | string)[];
  rows: number;
  columns: number;
}

/**
 * Puts inner tables in the place of the cells that hold them, so that `绩效指标 | [table]` is read like a table drawn with
 * the same lines: the row becomes as many rows as the table has, columns are divided where it has more. Null where a cell
 * holds more than plain tables, or the grid would be too large.
 */
export function fillIn(grid: Grid, inner: ReadonlyMap<Cell, readonly Block[][]>): [Grid] | null {
  const fillings: Filling[] = [];
  for (const [cell, tables] of inner) {
    const grids = tables.flat().filter(isGrid);
    if (grids.length !== tables.flat().length || grids.length !== tables.length) return null;
    fillings.push(fillingOf(cell, grids));
  }
  const heights = sizes(grid.rows, fillings, ({ cell, rows }) => [cell.row, cell.rowSpan, rows]);
  const widths = sizes(grid.columns, fillings, ({ cell, columns }) => [cell.column, cell.colSpan, columns]);
  const rowStarts = startsOf(heights);
  const columnStarts = startsOf(widths);
  const rows = (rowStarts.at(-1) ?? 1) - 1;
  const columns = (columnStarts.at(-1) ?? 1) - 1;
  if (rows * columns > MOST_SLOTS) return null;

  const cells = grid.cells
    .filter((cell) => !inner.has(cell))
    .map((cell) => placed(cell, [cell.row, cell.column], rowStarts, columnStarts));
  for (const filling of fillings) cells.push(...filledCells(filling, rowStarts, columnStarts));
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const { headerRows, ...rest } = grid;
  const header = headerRows === undefined ? undefined : (rowStarts[headerRows] ?? 1) - 1;
  return [{ ...rest, rows, columns, cells, ...(header === undefined ? {} : { headerRows: header }) }];
}

function fillingOf(cell: Cell, grids: readonly Grid[]): Filling {
  const lines = cell.text.split('\n');
  const parts: (Grid | string)[] = [];
  let line = 0;
  const addLines = (end: number): void => {
    const text = lines.slice(line, end).join('\n').trim();
    if (text !== '') parts.push(text);
    line = Math.max(line, end);
  };
  for (const grid of grids) {
    addLines(grid.linesBefore ?? 0);
    if (grid.cells.length > 0) parts.push(grid);
  }
  addLines(lines.length);
  return {
    cell,
    parts,
    rows: parts.reduce((sum, part) => sum + (typeof part === 'string' ? 1 : part.rows), 0),
    columns: Math.max(...grids.map(({ columns }) => columns)),
  };
}

/** How many rows (columns) each row (column) becomes: the last one a filled cell spans takes what does not fit. */
function sizes(
  count: number,
  fillings: readonly Filling[],
  extent: (filling: Filling) => [from: number, span: number, wanted: number],
): number[] {
  const all = new Array<number>(count).fill(1);
  for (const filling of fillings) {
    const [from, span, wanted] = extent(filling);
    const last = from + span - 2;
    all[last] = Math.max(all[last] ?? 1, wanted - span + 1);
  }
  return all;
}

/** Where each one begins, from 1, and after the last where the next would. */
function startsOf(counts: readonly number[]): number[] {
  const starts = [1];
  for (const count of counts) starts.push((starts.at(-1) ?? 1) + count);
  return starts;
}

function placed(
  cell: Cell,
  [row, column]: [number, number],
  rowStarts: readonly number[],
  columnStarts: readonly number[],
): Cell {
  const top = rowStarts[row - 1] ?? row;
  const left = columnStarts[column - 1] ?? column;
  const rowSpan = (rowStarts[row - 1 + cell.rowSpan] ?? top + 1) - top;
  const colSpan = (columnStarts[column - 1 + cell.colSpan] ?? left + 1) - left;
  return { ...cell, row: top, column: left, rowSpan, colSpan };
}

function filledCells(
  { cell, parts }: Filling,
  rowStarts: readonly number[],
  columnStarts: readonly number[],
): Cell[] {
  const { nested: _, ...outer } = cell;
  const whole = placed(outer, [cell.row, cell.column], rowStarts, columnStarts);
  const bottom = whole.row + whole.rowSpan;
  const cells: Cell[] = [];
  let row = whole.row;
  for (const [index, part] of parts.entries()) {
    const end = index === parts.length - 1 ? bottom : row + (typeof part === 'string' ? 1 : part.rows);
    if (typeof part === 'string') cells.push({ ...whole, text: part, row, rowSpan: end - row });
    else {
      const left = leftEdges(part.columns, cell, whole, columnStarts);
      cells.push(...part.cells.map((each) => moved(each, part, row, end, left)));
    }
    row = end;
  }
  return parts.length === 0 ? [whole] : cells;
}

/** Left edges of the columns of an inner table, and the right edge of the last: its columns are those of the cell where both have as many. */
function leftEdges(count: number, cell: Cell, whole: Cell, columnStarts: readonly number[]): number[] {
  return Array.from({ length: count + 1 }, (_, index) =>
    count === cell.colSpan
      ? (columnStarts[cell.column - 1 + index] ?? whole.column + index)
      : whole.column + Math.floor((index * whole.colSpan) / count),
  );
}

function moved(cell: Cell, { rows }: Grid, top: number, end: number, left: readonly number[]): Cell {
  const row = top + cell.row - 1;
  const below = cell.row - 1 + cell.rowSpan >= rows ? end : row + cell.rowSpan;
  const column = left[cell.column - 1] ?? cell.column;
  const right = left[cell.column - 1 + cell.colSpan] ?? column + cell.colSpan;
  return { ...cell, row, column, rowSpan: below - row, colSpan: right - column };
}
