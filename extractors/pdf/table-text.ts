import type { CellFlag } from '../../src/model/grid.js';
import { type Lattice, latticeBox } from './lattice.js';
import { GLYPH_CLIPPED, GLYPH_HIDDEN, GLYPH_SPACE, type Glyphs } from './page-content.js';
import { readLines } from './text-lines.js';
import { joinWrappedLines } from './wrapped-text.js';

/** Gap (in glyph heights) over a border that shows two texts; less is one text that runs over the border. */
const SEPARATE = 0.12;
const ADJACENT = 0.7;

export interface CellText {
  text: string;
  /** Text that cannot be seen: clipped away, covered, without ink. Not part of `text`. */
  unseen: string;
  flags: CellFlag[];
}

/**
 * Gives each cell of a lattice its text. A text that runs over a border into the next cell stays with the cell that
 * holds most of it. Glyphs used are marked in `used`.
 */
export function readTableText(glyphs: Glyphs, lattice: Lattice, used: Uint8Array): CellText[] {
  const owner = cellIndex(lattice);
  const seen: number[][] = lattice.cells.map(() => []);
  const unseen: number[][] = lattice.cells.map(() => []);
  const overlapping = new Set<number>();
  for (const piece of piecesOf(glyphs, lattice)) {
    for (const i of piece) used[i] = 1;
    const cells = piece.map((i) => owner(middleX(glyphs, i), middleY(glyphs, i)));
    const home = runsOver(glyphs, piece, cells) ? mostFrequent(cells) : null;
    piece.forEach((i, k) => {
      const cell = home ?? cells[k] ?? -1;
      if (cell < 0) return;
      if (home !== null && cells[k] !== home) overlapping.add(home);
      const invisible = (glyphs.flags[i] ?? 0) & (GLYPH_CLIPPED | GLYPH_HIDDEN);
      (invisible ? unseen : seen)[cell]?.push(i);
    });
  }
  return lattice.cells.map((cell, index) => {
    const left = lattice.xs[cell.column] ?? 0;
    const right = lattice.xs[cell.columnEnd] ?? 0;
    const textOf = (indexes: number[]): string => joinWrappedLines(readLines(glyphs, indexes), left, right);
    const hidden = textOf(unseen[index] ?? []);
    const flags: CellFlag[] = [];
    if (hidden !== '') {
      const clipped = unseen[index]?.some((i) => (glyphs.flags[i] ?? 0) & GLYPH_CLIPPED);
      flags.push(clipped ? 'outside-clip' : 'hidden');
    }
    if (overlapping.has(index)) flags.push('overlaps');
    return { text: textOf(seen[index] ?? []), unseen: hidden, flags };
  });
}

/** Index of the cell at a point, -1 outside. */
function cellIndex({ xs, ys, cells }: Lattice): (x: number, y: number) => number {
  const columns = xs.length - 1;
  const slots = new Int32Array(columns * (ys.length - 1));
  cells.forEach((cell, index) => {
    for (let r = cell.row; r < cell.rowEnd; r++) {
      slots.fill(index, r * columns + cell.column, r * columns + cell.columnEnd);
    }
  });
  return (x, y) => {
    const column = lineBefore(xs, x);
    const row = lineBefore(ys, y);
    return column < 0 || row < 0 ? -1 : (slots[row * columns + column] ?? -1);
  };
}

/** Index of the interval a position lies in, -1 outside. */
function lineBefore(lines: readonly number[], at: number): number {
  let low = 0;
  let high = lines.length - 1;
  if (at < (lines[0] ?? 0) || at > (lines[high] ?? 0)) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Glyphs inside the table, cut into pieces drawn one after the other on one line without a gap. */
function piecesOf(glyphs: Glyphs, lattice: Lattice): number[][] {
  const box = latticeBox(lattice);
  const pieces: number[][] = [];
  let previous = -1;
  for (let i = 0; i < glyphs.count; i++) {
    const x = middleX(glyphs, i);
    const y = middleY(glyphs, i);
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
    const piece = pieces.at(-1);
    if (piece && previous === i - 1 && follows(glyphs, previous, i)) piece.push(i);
    else pieces.push([i]);
    previous = i;
  }
  return pieces;
}

function follows(glyphs: Glyphs, before: number, after: number): boolean {
  if (glyphs.turn[before] !== 0 || glyphs.turn[after] !== 0) return false;
  const height = (glyphs.bottom[before] ?? 0) - (glyphs.top[before] ?? 0);
  const gap = (glyphs.left[after] ?? 0) - (glyphs.right[before] ?? 0);
  const shift = Math.abs(middleY(glyphs, after) - middleY(glyphs, before));
  return shift < 0.3 * height && gap > -0.5 * height && gap < ADJACENT * height;
}

/** Whether a piece crosses a border without leaving the room that two cells leave between their texts. */
function runsOver(glyphs: Glyphs, piece: readonly number[], cells: readonly number[]): boolean {
  let crosses = false;
  for (let k = 1; k < piece.length; k++) {
    if (cells[k] === cells[k - 1]) continue;
    const before = piece[k - 1] ?? 0;
    const after = piece[k] ?? 0;
    if (((glyphs.flags[before] ?? 0) | (glyphs.flags[after] ?? 0)) & GLYPH_SPACE) return false;
    const height = (glyphs.bottom[before] ?? 0) - (glyphs.top[before] ?? 0);
    if ((glyphs.left[after] ?? 0) - (glyphs.right[before] ?? 0) > SEPARATE * height) return false;
    crosses = true;
  }
  return crosses;
}

/** The cell most glyphs stand in; the first of equals. */
function mostFrequent(cells: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

const middleX = (glyphs: Glyphs, i: number): number => ((glyphs.left[i] ?? 0) + (glyphs.right[i] ?? 0)) / 2;
const middleY = (glyphs: Glyphs, i: number): number => ((glyphs.top[i] ?? 0) + (glyphs.bottom[i] ?? 0)) / 2;
