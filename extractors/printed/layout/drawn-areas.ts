import type { Box } from '../page/box.js';
import type { Rule } from '../page/page-content.js';
import { overlaps } from './background-rules.js';
import { buildLattice, type Lattice, latticeBox } from './lattice.js';
import { isInside } from './outermost-lattices.js';
import { connectedRules, joinRules } from './rulings.js';

/**
 * The areas the rules of a page part it into, for texts to be looked for: the cells of each table, and what lies around them;
 * they do not overlap and tile the page.
 */
export function drawnAreas(rules: readonly Rule[], page: { width: number; height: number }): Box[] {
  const lattices = connectedRules(joinRules(rules)).flatMap((group) => buildLattice(group) ?? []);
  const within = (outer: Lattice | null): Lattice[] => {
    const inside = lattices.filter((lattice) => !outer || isInside(lattice, outer));
    return inside.filter(
      (lattice, i) =>
        !inside.some((other, j) => isInside(lattice, other) && !(i < j && isInside(other, lattice))),
    );
  };
  const areasOf = (lattice: Lattice): Box[] => {
    const inner = within(lattice);
    return cellBoxes(lattice).flatMap((cell) => {
      const own = inner.filter((other) => overlaps(latticeBox(other), cell));
      return own.length === 0 ? [cell] : [...around(cell, own.map(latticeBox)), ...own.flatMap(areasOf)];
    });
  };
  const outer = within(null);
  const whole = { left: 0, top: 0, right: page.width, bottom: page.height };
  return [...around(whole, outer.map(latticeBox)), ...outer.flatMap(areasOf)];
}

const cellBoxes = ({ xs, ys, cells }: Lattice): Box[] =>
  cells.map(({ row, rowEnd, column, columnEnd }) => ({
    left: xs[column] ?? 0,
    top: ys[row] ?? 0,
    right: xs[columnEnd] ?? 0,
    bottom: ys[rowEnd] ?? 0,
  }));

/** What of an area lies around the holes in it: bands from hole to hole, parted where holes stand beside them. */
function around(area: Box, holes: readonly Box[]): Box[] {
  const edges = [area.top, area.bottom, ...holes.flatMap(({ top, bottom }) => [top, bottom])]
    .filter((y) => y >= area.top && y <= area.bottom)
    .sort((a, b) => a - b);
  return edges.flatMap((bottom, i) => {
    const top = edges[i - 1];
    if (top === undefined || bottom <= top) return [];
    const beside = holes
      .filter((hole) => hole.top < bottom && hole.bottom > top)
      .sort((a, b) => a.left - b.left);
    const free: Box[] = [];
    let left = area.left;
    for (const hole of beside) {
      if (hole.left > left) free.push({ left, top, right: hole.left, bottom });
      left = Math.max(left, hole.right);
    }
    return left < area.right ? [...free, { left, top, right: area.right, bottom }] : free;
  });
}
