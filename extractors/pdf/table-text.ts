import type { CellFlag } from '../../src/model/grid.js';
import { type Lattice, latticeBox } from './lattice.js';
import { GLYPH_CLIPPED, GLYPH_HIDDEN, GLYPH_SPACE, type Glyphs } from './page-content.js';
import type { FilledCell } from './table-draft.js';
import { readLines } from './text-lines.js';
import { joinWrappedLines } from './wrapped-text.js';

/** Glyphs drawn one after the other with a gap (in glyph heights) up to this are one piece of text. */
const ADJACENT = 0.7;
/** Glyphs that overlap more than this are of two texts. */
const OVERLAP = 0.25;
/** A gap (in glyph heights) at a border that parts two texts. */
const APART = 0.1;
/** A line this far (share of its width) inside a glyph goes through it. */
const STRADDLE = 0.15;

/**
 * Gives each cell of a lattice its text. A text that runs over a border into the next cell stays with the cell that
 * holds most of it. Glyphs used are marked in `used`.
 */
export function readTableText(glyphs: Glyphs, lattice: Lattice, used: Uint8Array): FilledCell[] {
  const owner = cellIndex(lattice);
  const seen: number[][] = lattice.cells.map(() => []);
  const unseen: number[][] = lattice.cells.map(() => []);
  const overlapping = new Set<number>();
  let previous: { home: number; last: number } | undefined;
  for (const whole of piecesOf(glyphs, lattice)) {
    for (const i of whole) used[i] = 1;
    const cells = whole.map((i) => owner(middleX(glyphs, i), middleY(glyphs, i)));
    for (const piece of cutAtBorders(glyphs, whole, cells, lattice.xs)) {
      const home =
        previous && isCutOffBelow(glyphs, previous.last, piece)
          ? previous.home
          : homeOf(glyphs, piece, owner);
      previous = { home, last: piece.at(-1) ?? 0 };
      for (const i of piece) {
        const invisible = isUnseen(glyphs, i);
        if (!invisible && owner(middleX(glyphs, i), middleY(glyphs, i)) !== home) overlapping.add(home);
        (invisible ? unseen : seen)[home]?.push(i);
      }
    }
  }
  return lattice.cells.map((cell, index) => {
    const left = lattice.xs[cell.column] ?? 0;
    const right = lattice.xs[cell.columnEnd] ?? 0;
    const lines = readLines(glyphs, seen[index] ?? []);
    const hidden = joinWrappedLines(readLines(glyphs, unseen[index] ?? []), left, right);
    const flags: CellFlag[] = [];
    if (hidden !== '') {
      const clipped = unseen[index]?.some((i) => (glyphs.flags[i] ?? 0) & GLYPH_CLIPPED);
      flags.push(clipped ? 'outside-clip' : 'hidden');
    }
    if (overlapping.has(index)) flags.push('overlaps');
    return { text: joinWrappedLines(lines, left, right), lines, unseen: hidden, flags };
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
  return shift < 0.3 * height && gap > -OVERLAP * height && gap < ADJACENT * height;
}

/**
 * Cuts a piece where it passes from one cell into the next and two texts meet there. One text that runs over the border
 * stays whole: drawn by one object, or without a gap and with a glyph across the line.
 */
function cutAtBorders(
  glyphs: Glyphs,
  piece: readonly number[],
  cells: readonly number[],
  xs: readonly number[],
): number[][] {
  const parts: number[][] = [];
  piece.forEach((i, k) => {
    const before = piece[k - 1];
    const part = parts.at(-1);
    const goesOn =
      before !== undefined &&
      glyphs.clip[before] === glyphs.clip[i] &&
      (cells[k] === cells[k - 1] || !meets(glyphs, before, i, xs));
    if (part && goesOn) part.push(i);
    else parts.push([i]);
  });
  return parts;
}

/** Whether a piece that cannot be seen is the next line of a text, cut off at the edge of the cell above. */
function isCutOffBelow(glyphs: Glyphs, before: number, piece: readonly number[]): boolean {
  const first = piece[0] ?? 0;
  const height = (glyphs.bottom[before] ?? 0) - (glyphs.top[before] ?? 0);
  const down = middleY(glyphs, first) - middleY(glyphs, before);
  return (
    piece.every((i) => isUnseen(glyphs, i)) &&
    down > 0.5 * height &&
    down < 2 * height &&
    middleX(glyphs, first) < (glyphs.right[before] ?? 0)
  );
}

/** Whether two texts meet between glyphs in neighbouring cells. */
function meets(glyphs: Glyphs, before: number, after: number, xs: readonly number[]): boolean {
  if (glyphs.clip[before] !== glyphs.clip[after] || isSpace(glyphs, before) || isSpace(glyphs, after))
    return true;
  if (glyphs.run[before] === glyphs.run[after]) return false;
  const height = (glyphs.bottom[before] ?? 0) - (glyphs.top[before] ?? 0);
  if ((glyphs.left[after] ?? 0) - (glyphs.right[before] ?? 0) > APART * height) return true;
  return !stands(glyphs, before, xs) && !stands(glyphs, after, xs);
}

/** Whether a line of the grid goes through the glyph. */
function stands(glyphs: Glyphs, i: number, xs: readonly number[]): boolean {
  const left = glyphs.left[i] ?? 0;
  const right = glyphs.right[i] ?? 0;
  const margin = STRADDLE * (right - left);
  return xs.some((x) => x > left + margin && x < right - margin);
}

const isSpace = (glyphs: Glyphs, i: number): boolean => ((glyphs.flags[i] ?? 0) & GLYPH_SPACE) !== 0;
const isUnseen = (glyphs: Glyphs, i: number): boolean =>
  ((glyphs.flags[i] ?? 0) & (GLYPH_CLIPPED | GLYPH_HIDDEN)) !== 0;

/** The cell most of the glyphs that can be seen stand in; the first of equals. */
function homeOf(glyphs: Glyphs, piece: readonly number[], owner: (x: number, y: number) => number): number {
  const counts = new Map<number, number>();
  for (const i of piece) {
    const cell = owner(middleX(glyphs, i), middleY(glyphs, i));
    if (cell >= 0) counts.set(cell, (counts.get(cell) ?? 0) + (isUnseen(glyphs, i) ? 0.01 : 1));
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [-1, 0])[0] ?? -1;
}

const middleX = (glyphs: Glyphs, i: number): number => ((glyphs.left[i] ?? 0) + (glyphs.right[i] ?? 0)) / 2;
const middleY = (glyphs: Glyphs, i: number): number => ((glyphs.top[i] ?? 0) + (glyphs.bottom[i] ?? 0)) / 2;
