import type { Rule } from '../page/page-content.js';
import { type Lattice, latticeBox } from './lattice.js';

/** Vertical rules beside a table end where it ends, up to this (points): a page cuts all of them at one height. */
const SAME_END = 6;

/**
 * Adds the outer columns of a table that have no horizontal rule on the page: their cells go on from the page before and over the
 * page after, so that only their sides are drawn. Each becomes one cell over all rows, open at both ends.
 *
 * @param loose vertical rules that no horizontal one touches
 */
export function withOpenColumns(lattice: Lattice, loose: readonly Rule[]): Lattice {
  const { left, right, top, bottom } = latticeBox(lattice);
  const sides = loose
    .filter((rule) => Math.abs(rule.from - top) <= SAME_END && Math.abs(rule.to - bottom) <= SAME_END)
    .map((rule) => rule.at)
    .sort((a, b) => a - b);
  const before = sides.filter((x) => x < left);
  const after = sides.filter((x) => x > right);
  if (before.length === 0 && after.length === 0) return lattice;

  const rowEnd = lattice.ys.length - 1;
  const shift = before.length;
  const columns = lattice.xs.length - 1 + shift;
  const open = (from: number, count: number): Lattice['cells'] =>
    Array.from({ length: count }, (_, i) => ({ row: 0, rowEnd, column: from + i, columnEnd: from + i + 1 }));
  const cells = [
    ...open(0, shift),
    ...lattice.cells.map((cell) => ({
      ...cell,
      column: cell.column + shift,
      columnEnd: cell.columnEnd + shift,
    })),
    ...open(columns, after.length),
  ];
  const withSides = (drawn: readonly boolean[]): boolean[] => [
    ...before.map(() => false),
    ...drawn,
    ...after.map(() => false),
  ];
  return {
    xs: [...before, ...lattice.xs, ...after],
    ys: lattice.ys,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    top: withSides(lattice.top),
    bottom: withSides(lattice.bottom),
  };
}
