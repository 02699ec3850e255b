import type { Box } from '../page/box.js';
import { cellFinder } from './cell-finder.js';
import { type Lattice, latticeBox } from './lattice.js';
import { isInside } from './outermost-lattices.js';
import type { DraftCell, InnerTable, TableDraft } from './table-draft.js';
import type { TextPiece } from './text-pieces.js';
import { joinAroundTables } from './wrapped-text.js';

/**
 * The lattices drawn inside one cell of another that are tables of their own: several of their cells hold text. Those inside
 * of these in turn are left out.
 */
export function innerLattices(
  outer: Lattice,
  all: readonly Lattice[],
  pieces: readonly TextPiece[],
): Lattice[] {
  const inside = all.filter((lattice) => lattice.cells.length > 1 && isInside(lattice, outer));
  if (inside.length === 0) return [];
  const cellAt = cellFinder(outer);
  const tables = inside.filter((lattice) => {
    const { left, top, right, bottom } = latticeBox(lattice);
    return cellAt(left + 1, top + 1) === cellAt(right - 1, bottom - 1) && holdsTexts(lattice, pieces);
  });
  return tables
    .filter((lattice) => !tables.some((other) => isInside(lattice, other) && !isInside(other, lattice)))
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

function holdsTexts(lattice: Lattice, pieces: readonly TextPiece[]): boolean {
  const cellAt = cellFinder(lattice);
  const filled = new Set(pieces.map((piece) => cellAt(...middleOf(piece))));
  filled.delete(-1);
  return filled.size > 1;
}

/** Whether the middle of a text stands in a box. */
export function standsIn(piece: Box, { left, top, right, bottom }: Box): boolean {
  const [x, y] = middleOf(piece);
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** Puts tables into the cells of the one around them. In place. */
export function nestTables(table: TableDraft, lattice: Lattice, inner: readonly TableDraft[]): void {
  const cellAt = cellFinder(lattice);
  const changed = new Map<DraftCell, InnerTable[]>();
  for (const own of inner) {
    const box = own.parts[0]?.box;
    const cell = box && table.cells[cellAt(...middleOf(box))];
    if (!cell) continue;
    const linesBefore = cell.lines.filter((line) => middleOf(line)[1] < middleOf(box)[1]).length;
    const nested = changed.get(cell) ?? [];
    nested.push({ table: own, linesBefore });
    changed.set(cell, nested);
  }
  for (const [cell, nested] of changed) {
    const [left, , right] = cell.boxes[0]?.box ?? [0, 0, 0, 0];
    cell.nested = nested;
    cell.text = joinAroundTables(cell.lines, nested, left, right);
  }
}

const middleOf = ({ left, top, right, bottom }: Box): [x: number, y: number] => [
  (left + right) / 2,
  (top + bottom) / 2,
];
