import { type Lattice, latticeBox, lineBefore } from './lattice.js';

/** Finds the index of the cell at a point, -1 outside the table. */
export function cellFinder(lattice: Lattice): (x: number, y: number) => number {
  const { xs, ys, cells } = lattice;
  const columns = xs.length - 1;
  const slots = new Int32Array(columns * (ys.length - 1));
  cells.forEach((cell, index) => {
    for (let r = cell.row; r < cell.rowEnd; r++) {
      slots.fill(index, r * columns + cell.column, r * columns + cell.columnEnd);
    }
  });
  const box = latticeBox(lattice);
  return (x, y) => {
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return -1;
    return slots[lineBefore(ys, y) * columns + lineBefore(xs, x)] ?? -1;
  };
}
