import type { Box } from '../page/box.js';
import type { PageContent, Rule } from '../page/page-content.js';
import { edgesOf, isCellBackground } from './background-rules.js';
import { dividedByText, standsBetween } from './divided-by-text.js';
import { buildLattice, type Lattice, type LatticeCell, latticeBox } from './lattice.js';
import type { TextPiece } from './text-pieces.js';

/** Background and frame of one table end within this distance (points). */
const NEAR = 4;
/** Share of the table's width that the backgrounds of a row cover. */
const COVER = 0.9;
/** A row without background between two that have one is at most so much higher than these. */
const HIGHER = 1.4;

/** A row's backgrounds, side by side. */
interface Stripe extends Box {
  fills: Box[];
}

/**
 * Adds the rows that are drawn by their backgrounds alone, right above and below the frame they belong to: a header, totals,
 * a banded body. Their columns are those of the frame, but where a text runs over a column line.
 */
export function withShadedRows(
  lattice: Lattice,
  rules: readonly Rule[],
  { fills, width, height }: PageContent,
  all: readonly TextPiece[],
): Lattice {
  if (lattice.xs.length < 3) return lattice;
  const box = latticeBox(lattice);
  const backgrounds = fills.filter((fill) => isCellBackground(fill, width, height));
  const above = stripesBeside(backgrounds, box, true);
  const below = stripesBeside(backgrounds, box, false);
  if (above.length + below.length === 0) return lattice;
  const pieces = all.filter(({ left, right }) => right > box.left && left < box.right);
  const added = [...reach(above, box, true, pieces), ...reach(below, box, false, pieces)];
  if (added.length === 0) return lattice;
  const sides = added.flatMap(({ fills }) => fills).flatMap(edgesOf);
  const whole = buildLattice([...rules, ...sides]);
  if (!whole) return lattice;
  const outside = ({ row, rowEnd }: LatticeCell): boolean =>
    (whole.ys[rowEnd] ?? 0) <= box.top + NEAR || (whole.ys[row] ?? 0) >= box.bottom - NEAR;
  return {
    ...whole,
    cells: whole.cells.flatMap((cell) => (outside(cell) ? dividedByText(cell, whole, pieces) : [cell])),
  };
}

/** Stripes as wide as the table that stand above (below) it, the nearest first. */
function stripesBeside(fills: readonly Box[], table: Box, above: boolean): Stripe[] {
  const stripes: Stripe[] = [];
  const beside = fills
    .filter(
      ({ left, right, top, bottom }) =>
        left >= table.left - NEAR &&
        right <= table.right + NEAR &&
        (above ? bottom <= table.top + NEAR : top >= table.bottom - NEAR),
    )
    .map((fill) => ({
      ...fill,
      left: Math.abs(fill.left - table.left) <= NEAR ? table.left : fill.left,
      right: Math.abs(fill.right - table.right) <= NEAR ? table.right : fill.right,
    }))
    .sort((a, b) => (above ? b.bottom - a.bottom : a.top - b.top));
  for (const fill of beside) {
    const last = stripes.at(-1);
    if (last && Math.abs(fill.top - last.top) <= NEAR && Math.abs(fill.bottom - last.bottom) <= NEAR) {
      last.fills.push(fill);
    } else stripes.push({ left: 0, right: 0, top: fill.top, bottom: fill.bottom, fills: [fill] });
  }
  return stripes.filter((stripe) => covered(stripe.fills) >= COVER * (table.right - table.left));
}

function covered(fills: readonly Box[]): number {
  let reached = -Infinity;
  let length = 0;
  for (const { left, right } of [...fills].sort((a, b) => a.left - b.left)) {
    length += Math.max(0, right - Math.max(left, reached));
    reached = Math.max(reached, right);
  }
  return length;
}

/** The stripes that follow the table's edge, with up to one row without background between two, and after the last, of them. */
function reach(
  stripes: readonly Stripe[],
  table: Box,
  above: boolean,
  pieces: readonly TextPiece[],
): Stripe[] {
  const rows: Stripe[] = [];
  let at = above ? table.top : table.bottom;
  let banded = false;
  const texts = (from: number, to: number): number =>
    pieces.filter((piece) => standsBetween(piece, Math.min(from, to), Math.max(from, to))).length;
  for (const stripe of stripes) {
    const [near, far] = above ? [stripe.bottom, stripe.top] : [stripe.top, stripe.bottom];
    const gap = above ? at - near : near - at;
    if (gap < -NEAR) continue;
    if (texts(near, far) === 0) break;
    if (gap > NEAR) {
      if (gap > HIGHER * (stripe.bottom - stripe.top) || texts(at, near) < 2) break;
      banded = true;
    }
    rows.push(stripe);
    at = far;
  }
  const last = rows.at(-1);
  if (!last || above || !banded) return rows;
  const { left, right } = table;
  const plain = { left, right, top: at, bottom: at + last.bottom - last.top };
  return texts(plain.top, plain.bottom) < 2 ? rows : [...rows, { ...plain, fills: [plain] }];
}
