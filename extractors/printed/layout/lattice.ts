import { LIMITS, LimitError } from '../../bytes/limits.js';
import type { Box } from '../page/box.js';
import type { Rule } from '../page/page-content.js';
import { divideSlots, type SlotRange } from './slot-regions.js';

/** Lines of the lattice closer than this (points) are one line. */
const SAME_LINE = 3;
/** Share of a slot's side that has to be ruled to be a border. */
const COVER = 0.55;
/** How far rules have to stick out beyond the last crossing rule to show a missing outer border. */
const OVERHANG = 8;

/** A cell of a lattice: slots from 0, end exclusive. */
export type LatticeCell = SlotRange;

/** A table as drawn: lines of the grid in points, and the cells that tile it. */
export interface Lattice {
  xs: number[];
  ys: number[];
  cells: LatticeCell[];
  /** Whether the upper and the lower edge are drawn, column by column; a page break may leave them out. */
  top: boolean[];
  bottom: boolean[];
}

export const latticeBox = ({ xs, ys }: Lattice): Box => ({
  left: xs[0] ?? 0,
  top: ys[0] ?? 0,
  right: xs.at(-1) ?? 0,
  bottom: ys.at(-1) ?? 0,
});

/** Index of the interval of ascending lines a position lies in; the first or the last beyond them. */
export function lineBefore(lines: readonly number[], at: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (high - low > 1) {
    const half = (low + high) >> 1;
    if ((lines[half] ?? 0) <= at) low = half;
    else high = half;
  }
  return low;
}

/** Builds the lattice of one group of connected rules; null where they enclose nothing. */
export function buildLattice(rules: readonly Rule[]): Lattice | null {
  const horizontal = rules.filter((rule) => rule.horizontal);
  const vertical = rules.filter((rule) => !rule.horizontal);
  const xs = withOverhang(clusterLines(vertical), horizontal);
  const ys = withOverhang(clusterLines(horizontal), vertical);
  if (xs.length < 2 || ys.length < 2) return null;
  if (xs.length * ys.length > LIMITS.gridSlots) throw new LimitError(`表格超过 ${LIMITS.gridSlots} 格`);
  const bordersAt = (lines: number[], along: number[], set: readonly Rule[]): boolean[][] =>
    lines.map((at) => {
      const near = set.filter((rule) => Math.abs(rule.at - at) <= SAME_LINE);
      return along.slice(1).map((to, i) => covered(near, along[i] ?? 0, to));
    });
  const rowBorders = bordersAt(ys, xs, horizontal);
  const columnBorders = bordersAt(xs, ys, vertical);
  const cells = divideSlots(ys.length - 1, xs.length - 1, {
    below: (row, column) => rowBorders[row + 1]?.[column] ?? false,
    after: (row, column) => columnBorders[column + 1]?.[row] ?? false,
  });
  return dropUnusedLines({ xs, ys, cells, top: rowBorders[0] ?? [], bottom: rowBorders.at(-1) ?? [] });
}

/** Positions of the rules, near ones taken together, weighted by length. */
function clusterLines(rules: readonly Rule[]): number[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at);
  const lines: { first: number; sum: number; weight: number }[] = [];
  for (const rule of sorted) {
    const last = lines.at(-1);
    const length = rule.to - rule.from;
    if (last && rule.at - last.first <= SAME_LINE) {
      last.sum += rule.at * length;
      last.weight += length;
    } else lines.push({ first: rule.at, sum: rule.at * length, weight: length });
  }
  return lines.map(({ sum, weight }) => sum / weight);
}

/** Adds the missing outer lines, where several crossing rules end beyond the outermost one. */
function withOverhang(lines: number[], crossing: readonly Rule[]): number[] {
  if (crossing.length < 2) return lines;
  const first = lines[0] ?? Infinity;
  const last = lines.at(-1) ?? -Infinity;
  const starts = crossing.map((rule) => rule.from).filter((from) => from < first - OVERHANG);
  const ends = crossing.map((rule) => rule.to).filter((to) => to > last + OVERHANG);
  return [
    ...(starts.length >= 2 ? [Math.min(...starts)] : []),
    ...lines,
    ...(ends.length >= 2 ? [Math.max(...ends)] : []),
  ];
}

function covered(rules: readonly Rule[], from: number, to: number): boolean {
  let length = 0;
  for (const rule of rules) length += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  return length >= COVER * (to - from);
}

/** Lines that border no cell (a tick, a rule that ends nowhere) are taken out, so that no slot is empty of meaning. */
function dropUnusedLines(lattice: Lattice): Lattice {
  const { xs, ys, cells } = lattice;
  const usedColumns = new Set<number>();
  const usedRows = new Set<number>();
  for (const cell of cells) {
    usedColumns.add(cell.column).add(cell.columnEnd);
    usedRows.add(cell.row).add(cell.rowEnd);
  }
  if (usedColumns.size === xs.length && usedRows.size === ys.length) return lattice;
  const renumber = (used: Set<number>, count: number): number[] => {
    const numbers: number[] = [];
    for (let i = 0, next = 0; i < count; i++) numbers.push(used.has(i) ? next++ : next);
    return numbers;
  };
  const columns = renumber(usedColumns, xs.length);
  const rows = renumber(usedRows, ys.length);
  const perColumn = (borders: boolean[]): boolean[] => {
    const kept: boolean[] = [];
    borders.forEach((border, c) => {
      const at = (columns[c + 1] ?? 0) - 1;
      kept[at] = (kept[at] ?? false) || border;
    });
    return kept;
  };
  return {
    top: perColumn(lattice.top),
    bottom: perColumn(lattice.bottom),
    xs: xs.filter((_, i) => usedColumns.has(i)),
    ys: ys.filter((_, i) => usedRows.has(i)),
    cells: cells.map((cell) => ({
      row: rows[cell.row] ?? 0,
      rowEnd: rows[cell.rowEnd] ?? 0,
      column: columns[cell.column] ?? 0,
      columnEnd: columns[cell.columnEnd] ?? 0,
    })),
  };
}
