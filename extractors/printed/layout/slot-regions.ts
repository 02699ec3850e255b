/** Slots of a lattice, from 0, ends exclusive. */
export interface SlotRange {
  row: number;
  rowEnd: number;
  column: number;
  columnEnd: number;
}

export interface Borders {
  /** Whether a border stands below, or after (right of), a slot. */
  below(row: number, column: number): boolean;
  after(row: number, column: number): boolean;
}

/**
 * Slots with no border between them are one cell. Where a border is missing so that a cell would be no rectangle, it is
 * cut into rectangles, so that cells always tile the grid. In reading order.
 */
export function divideSlots(rows: number, columns: number, borders: Borders): SlotRange[] {
  const region = regionsOf(rows, columns, borders);
  const done = new Uint8Array(rows * columns);
  const cells: SlotRange[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (done[row * columns + column]) continue;
      const own = region[row * columns + column];
      const free = (r: number, c: number): boolean =>
        !done[r * columns + c] && region[r * columns + c] === own;
      let columnEnd = column + 1;
      while (columnEnd < columns && free(row, columnEnd)) columnEnd++;
      let rowEnd = row + 1;
      const wholeRow = (r: number): boolean => {
        for (let c = column; c < columnEnd; c++) if (!free(r, c)) return false;
        return true;
      };
      while (rowEnd < rows && wholeRow(rowEnd)) rowEnd++;
      for (let r = row; r < rowEnd; r++) done.fill(1, r * columns + column, r * columns + columnEnd);
      cells.push({ row, rowEnd, column, columnEnd });
    }
  }
  return cells;
}

/** Number of the connected region of each slot. */
function regionsOf(rows: number, columns: number, borders: Borders): Int32Array {
  const region = new Int32Array(rows * columns).fill(-1);
  for (let start = 0; start < region.length; start++) {
    if (region[start] !== -1) continue;
    const stack = [start];
    region[start] = start;
    for (let slot = stack.pop(); slot !== undefined; slot = stack.pop()) {
      const row = Math.floor(slot / columns);
      const column = slot % columns;
      const visit = (open: boolean, next: number): void => {
        if (!open || region[next] !== -1) return;
        region[next] = start;
        stack.push(next);
      };
      visit(row + 1 < rows && !borders.below(row, column), slot + columns);
      visit(column + 1 < columns && !borders.after(row, column), slot + 1);
      visit(row > 0 && !borders.below(row - 1, column), slot - columns);
      visit(column > 0 && !borders.after(row, column - 1), slot - 1);
    }
  }
  return region;
}
