import { type Lattice, latticeBox } from './lattice.js';

/** Share of the page that a layout frame takes at least. */
const PAGE_SHARE = 0.5;

/** Leaves out frames around other tables, lines of the page's layout, and lattices that stand inside a cell of another. */
export function outermostLattices(
  all: readonly Lattice[],
  page: { width: number; height: number },
): Lattice[] {
  const lattices = all.filter((lattice) => {
    if (lattice.cells.length > 1 && !isPageLayout(lattice, page)) return true;
    return !all.some(
      (other) => isInside(other, lattice) && (lattice.cells.length === 1 || isTable(other, lattice)),
    );
  });
  return lattices.filter(
    (lattice, i) =>
      !lattices.some((other, j) => isInside(lattice, other) && !(i < j && isInside(other, lattice))),
  );
}

/** One row or one column over most of the page: columns of the layout, a margin, the place of headings. */
function isPageLayout(lattice: Lattice, { width, height }: { width: number; height: number }): boolean {
  const { left, top, right, bottom } = latticeBox(lattice);
  const isStrip = lattice.xs.length === 2 || lattice.ys.length === 2;
  return isStrip && (right - left) * (bottom - top) >= PAGE_SHARE * width * height;
}

/** Whether a lattice has rows and columns, and more cells than the one around it. */
const isTable = ({ xs, ys, cells }: Lattice, around: Lattice): boolean =>
  xs.length > 2 && ys.length > 2 && cells.length > around.cells.length;

/** Whether a lattice lies within the box of another. */
export function isInside(inner: Lattice, outer: Lattice): boolean {
  if (inner === outer) return false;
  const a = latticeBox(inner);
  const b = latticeBox(outer);
  return a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
}
