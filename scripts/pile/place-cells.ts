import type { PileCell, PileTable } from './pile-document.js';

/** A cell with the slot it begins at (from 0); `covered` by a cell above it. */
export interface PlacedCell extends Required<PileCell> {
  row: number;
  column: number;
  covered: boolean;
}

/** The slots of every row from left to right; slots under a cell that spans rows come as covered cells of its width. */
export function placeCells({ rows, columns }: PileTable): PlacedCell[][] {
  const above = new Map<number, { until: number; colSpan: number }>();
  return rows.map((cells, row) => {
    const placed: PlacedCell[] = [];
    const left = [...cells];
    for (let column = 0; column < columns; ) {
      const cover = above.get(column);
      if (cover && cover.until > row) {
        placed.push({ row, column, text: '', rowSpan: 1, colSpan: cover.colSpan, covered: true });
        column += cover.colSpan;
        continue;
      }
      const { text = '', rowSpan = 1, colSpan = 1 } = left.shift() ?? {};
      placed.push({ row, column, text, rowSpan, colSpan, covered: false });
      above.set(column, { until: row + rowSpan, colSpan });
      column += colSpan;
    }
    return placed;
  });
}
