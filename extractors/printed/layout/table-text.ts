import type { CellFlag } from '../../../src/model/grid.js';
import type { MeasuredGlyphs } from '../page/measured-page.js';
import { GLYPH_CLIPPED, GLYPH_HIDDEN, GLYPH_SLANTED } from '../page/page-content.js';
import { adjoiningTest } from './adjoining-glyphs.js';
import { cellFinder } from './cell-finder.js';
import { clippingCell, textBeyondClip } from './clipped-text.js';
import { type Lattice, latticeBox, lineBefore } from './lattice.js';
import { keepOverrun } from './overrun-text.js';
import type { FilledCell } from './table-draft.js';
import { readLines } from './text-lines.js';
import { joinWrappedLines } from './wrapped-text.js';

/** A glyph that reaches this far (share of its height) over an open edge is drawn over it. */
const REACH = 0.2;

const EMPTY: FilledCell = { text: '', lines: [], unseen: '', flags: [] };

/**
 * Gives each cell of a lattice its text. A text that runs over a border into the next cell stays with the cell that
 * holds most of it, one cut off at its cell's border is whole. MeasuredGlyphs inside the table are marked in `used`.
 */
export function readTableText(glyphs: MeasuredGlyphs, lattice: Lattice, used: Uint8Array): FilledCell[] {
  const cellAt = cellFinder(lattice);
  const owner = new Int32Array(glyphs.count).fill(-1);
  const clipped: number[][] = lattice.cells.map(() => []);
  for (let i = 0; i < glyphs.count; i++) {
    if (used[i] || (glyphs.flags[i] ?? 0) & GLYPH_SLANTED) continue;
    const cell = clippingCell(glyphs, i, lattice, cellAt);
    if (cell >= 0) clipped[cell]?.push(i);
    else owner[i] = cellAt(glyphs.x[i] ?? 0, heightInside(glyphs, i, lattice));
  }
  keepOverrun(glyphs, lattice, owner, used);
  const goesOn = adjoiningTest(glyphs, owner, lattice.xs);
  const seen: number[][] = lattice.cells.map(() => []);
  const unseen: number[][] = lattice.cells.map(() => []);
  const overlapping = new Set<number>();
  let previous: { home: number; last: number } | undefined;
  for (let start = 0; start < glyphs.count; start++) {
    if ((owner[start] ?? -1) < 0) continue;
    let end = start + 1;
    while (end < glyphs.count && (owner[end] ?? -1) >= 0 && goesOn(end)) end++;
    const home =
      previous && isCutOffBelow(glyphs, previous.last, start, end)
        ? previous.home
        : homeOf(glyphs, start, end, owner);
    for (let i = start; i < end; i++) {
      used[i] = 1;
      const invisible = isUnseen(glyphs, i);
      if (!invisible && owner[i] !== home) overlapping.add(home);
      (invisible ? unseen : seen)[home]?.push(i);
    }
    previous = { home, last: end - 1 };
    start = end - 1;
  }
  return lattice.cells.map((cell, index): FilledCell => {
    const shown = seen[index] ?? [];
    const beyond = textBeyondClip(glyphs, shown, clipped[index] ?? []);
    const own = [...shown, ...beyond.continuing];
    const hidden = [...(unseen[index] ?? []), ...beyond.apart];
    if (own.length === 0 && hidden.length === 0) return EMPTY;
    const left = lattice.xs[cell.column] ?? 0;
    const right = lattice.xs[cell.columnEnd] ?? 0;
    const textOf = (indexes: readonly number[]): string =>
      joinWrappedLines(readLines(glyphs, indexes), left, right);
    const lines = readLines(glyphs, own);
    const cut = textOf(beyond.continuing);
    const hiddenText = textOf(hidden);
    const flags: CellFlag[] = [];
    if (cut !== '') flags.push('outside-clip');
    else if (hiddenText !== '') {
      flags.push(hidden.some((i) => (glyphs.flags[i] ?? 0) & GLYPH_CLIPPED) ? 'outside-clip' : 'hidden');
    }
    if (overlapping.has(index)) flags.push('overlaps');
    return {
      text: joinWrappedLines(lines, left, right),
      lines,
      unseen: hiddenText,
      flags,
      ...(cut !== '' ? { clipped: cut } : {}),
    };
  });
}

/** Where a glyph stands: at its middle, or at the edge of the table that it reaches over where the page break left out the border. */
function heightInside(glyphs: MeasuredGlyphs, i: number, lattice: Lattice): number {
  const y = glyphs.y[i] ?? 0;
  const { top, bottom } = latticeBox(lattice);
  if (y >= top && y <= bottom) return y;
  const column = lineBefore(lattice.xs, glyphs.x[i] ?? 0);
  const upper = glyphs.top[i] ?? 0;
  const lower = glyphs.bottom[i] ?? 0;
  const least = REACH * (lower - upper);
  if (upper < top) return lower - top >= least && !(lattice.top[column] ?? true) ? top : y;
  return bottom - upper >= least && !(lattice.bottom[column] ?? true) ? bottom : y;
}

/** Whether a piece that cannot be seen is the next line of a text, cut off at the edge of the cell above. */
function isCutOffBelow(glyphs: MeasuredGlyphs, before: number, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isUnseen(glyphs, i)) return false;
  const height = (glyphs.bottom[before] ?? 0) - (glyphs.top[before] ?? 0);
  const down = middleY(glyphs, start) - middleY(glyphs, before);
  return down > 0.5 * height && down < 2 * height && (glyphs.left[start] ?? 0) < (glyphs.right[before] ?? 0);
}

/** The cell most of a piece's visible glyphs stand in; the first of equals. */
function homeOf(glyphs: MeasuredGlyphs, start: number, end: number, owner: Int32Array): number {
  const first = owner[start] ?? -1;
  if (owner[end - 1] === first) return first;
  const counts = new Map<number, number>();
  for (let i = start; i < end; i++) {
    const cell = owner[i] ?? -1;
    counts.set(cell, (counts.get(cell) ?? 0) + (isUnseen(glyphs, i) ? 0.01 : 1));
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [first, 0])[0] ?? first;
}

const middleY = (glyphs: MeasuredGlyphs, i: number): number =>
  ((glyphs.top[i] ?? 0) + (glyphs.bottom[i] ?? 0)) / 2;
const isUnseen = (glyphs: MeasuredGlyphs, i: number): boolean =>
  ((glyphs.flags[i] ?? 0) & (GLYPH_CLIPPED | GLYPH_HIDDEN)) !== 0;
