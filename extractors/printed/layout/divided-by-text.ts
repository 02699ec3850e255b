import type { Box } from '../page/box.js';
import type { Lattice, LatticeCell } from './lattice.js';
import type { TextPiece } from './text-pieces.js';

/** Whether the middle of a box lies between two heights. */
export const standsBetween = ({ top, bottom }: Box, from: number, to: number): boolean =>
  (top + bottom) / 2 > from && (top + bottom) / 2 < to;

/** Divides a cell at the column lines that no text runs over; one with a single text stays whole. */
export function dividedByText(
  cell: LatticeCell,
  { xs, ys }: Lattice,
  pieces: readonly TextPiece[],
): LatticeCell[] {
  const left = xs[cell.column] ?? 0;
  const right = xs[cell.columnEnd] ?? 0;
  const own = pieces.filter(
    (piece) =>
      standsBetween(piece, ys[cell.row] ?? 0, ys[cell.rowEnd] ?? 0) &&
      piece.right > left &&
      piece.left < right,
  );
  const whole = cell.column === 0 && cell.columnEnd === xs.length - 1;
  if (own.length < 2 && whole) return [cell];
  const cells: LatticeCell[] = [];
  let from = cell.column;
  for (let at = cell.column + 1; at <= cell.columnEnd; at++) {
    const x = xs[at] ?? 0;
    if (at < cell.columnEnd && own.some((piece) => piece.left < x - 1 && piece.right > x + 1)) continue;
    cells.push({ ...cell, column: from, columnEnd: at });
    from = at;
  }
  return cells;
}
