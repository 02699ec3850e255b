import type { Grid } from '../../src/model/grid.js';
import { buildGrid, type SourceCell } from './grid-builder.js';

/** A cell of a row as Word's binary and RTF formats give it: by the positions of its edges, in twips (1/1440 inch). */
export interface EdgeCell {
  left: number;
  right: number;
  /** `start`: first of vertically merged cells; `continue`: merged with the cell above. */
  vertical: 'none' | 'start' | 'continue';
  text: string;
  nested: Grid[];
}

export interface EdgeRow {
  cells: EdgeCell[];
  header: boolean;
}

/** Edges nearer than this (about half a millimetre) are one edge drawn by hand twice. */
const SAME_EDGE_TWIPS = 30;

interface OpenCell extends SourceCell {
  row: number;
  column: number;
  colSpan: number;
  rowSpan: number;
}

/**
 * Rows of cells with edges → Grid: every distinct edge becomes a column border, a cell spans the columns between its
 * edges, and a `continue` cell extends the cell above that has the same columns.
 */
export function edgeGrid(rows: readonly EdgeRow[], table: number): Grid {
  const borders = columnBorders(rows);
  const columnAt = (edge: number): number => lastAtMost(borders, edge);
  const placed: OpenCell[][] = rows.map(() => []);
  let above: OpenCell[] = [];

  rows.forEach((row, r) => {
    const here: OpenCell[] = [];
    for (const cell of row.cells) {
      const column = columnAt(cell.left) + 1;
      const colSpan = Math.max(1, columnAt(cell.right) + 1 - column);
      const upper =
        cell.vertical === 'continue'
          ? above.find((a) => a.column === column && a.colSpan === colSpan)
          : undefined;
      if (upper) {
        upper.rowSpan = r - upper.row + 1;
        if (cell.text.trim() !== '') upper.text = `${upper.text}\n${cell.text}`;
        here.push(upper);
        continue;
      }
      const open: OpenCell = { row: r, column, colSpan, rowSpan: 1, text: cell.text, nested: cell.nested };
      placed[r]?.push(open);
      here.push(open);
    }
    above = here;
  });

  const firstBody = rows.findIndex((row) => !row.header);
  return buildGrid(withUsedColumns(placed), { table, headerRows: firstBody > 0 ? firstBody : undefined });
}

/** Sorted edges, near ones joined unless a cell stands between them. */
function columnBorders(rows: readonly EdgeRow[]): number[] {
  const narrow = new Set<string>();
  const edges = new Set<number>();
  for (const { cells } of rows) {
    for (const { left, right } of cells) {
      edges.add(left);
      edges.add(right);
      if (right - left <= SAME_EDGE_TWIPS) narrow.add(`${left} ${right}`);
    }
  }
  const borders: number[] = [];
  for (const edge of [...edges].sort((a, b) => a - b)) {
    const border = borders.at(-1);
    const same = border !== undefined && edge - border <= SAME_EDGE_TWIPS && !narrow.has(`${border} ${edge}`);
    if (!same) borders.push(edge);
  }
  return borders;
}

/** Index of the last border at or before the edge. */
function lastAtMost(borders: readonly number[], edge: number): number {
  let low = 0;
  let high = borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((borders[middle] ?? 0) <= edge) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Columns in which no cell begins are no columns: they come from edges that only ends of short rows have. */
function withUsedColumns(rows: readonly (readonly OpenCell[])[]): SourceCell[][] {
  const begins = [...new Set(rows.flatMap((row) => row.map((cell) => cell.column)))].sort((a, b) => a - b);
  return rows.map((row) =>
    row.map((cell) => {
      const column = lastAtMost(begins, cell.column) + 1;
      const last = lastAtMost(begins, cell.column + cell.colSpan - 1) + 1;
      return { ...cell, column, colSpan: last - column + 1 };
    }),
  );
}
