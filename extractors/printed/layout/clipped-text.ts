import { type Box, union } from '../page/box.js';
import type { MeasuredGlyphs } from '../page/measured-page.js';
import { GLYPH_CLIPPED, GLYPH_HIDDEN } from '../page/page-content.js';
import type { Lattice } from './lattice.js';
import { readLines } from './text-lines.js';

/** How far (points) a clip may reach over the borders of the cell it belongs to, and stay away from the one it cuts at. */
const MARGIN = 2;
const PADDING = 8;
/** Room (in font heights) between a text and what goes on beyond its clip. */
const NEAR = 1;

/** The two ends of a side, in points. */
type Side = [low: number, high: number];

/**
 * The cell that clips a glyph away: its clip lies between the borders it runs out of, and ends at them. -1 where the glyph
 * is seen, where it could not be seen anyway, or where something else clips it, such as a page break, which leaves the
 * border out.
 */
export function clippingCell(
  glyphs: MeasuredGlyphs,
  i: number,
  lattice: Lattice,
  cellAt: (x: number, y: number) => number,
): number {
  if (((glyphs.flags[i] ?? 0) & (GLYPH_CLIPPED | GLYPH_HIDDEN)) !== GLYPH_CLIPPED) return -1;
  const clip = glyphs.clips[glyphs.clip[i] ?? 0];
  if (!clip || glyphs.turn[i] !== 0) return -1;
  const x = glyphs.x[i] ?? 0;
  const y = glyphs.y[i] ?? 0;
  const across: Side = [clip.left, clip.right];
  const down: Side = [clip.top, clip.bottom];
  const index = cellAt(nearest(x, across), nearest(y, down));
  const cell = lattice.cells[index];
  if (!cell) return -1;
  const { xs, ys } = lattice;
  const width: Side = [xs[cell.column] ?? 0, xs[cell.columnEnd] ?? 0];
  const height: Side = [ys[cell.row] ?? 0, ys[cell.rowEnd] ?? 0];
  if (!endsAtBorder(x, across, width) || !endsAtBorder(y, down, height)) return -1;
  const isOpen = (border: readonly boolean[]): boolean =>
    !border.slice(cell.column, cell.columnEnd).some(Boolean);
  if (y < clip.top && cell.row === 0 && isOpen(lattice.top)) return -1;
  if (y > clip.bottom && cell.rowEnd === ys.length - 1 && isOpen(lattice.bottom)) return -1;
  return index;
}

/** Whether a position is within a clip, or the clip is one of the cell's and ends at the border the position is beyond. */
function endsAtBorder(at: number, [low, high]: Side, [from, to]: Side): boolean {
  if (at >= low && at <= high) return true;
  if (low < from - MARGIN || high > to + MARGIN) return false;
  return at < low ? low < from + PADDING : high > to - PADDING;
}

/** A position between two, away from the borders that may stand there. */
const nearest = (at: number, [low, high]: Side): number =>
  high - low < 2 * MARGIN ? (low + high) / 2 : Math.min(Math.max(at, low + MARGIN), high - MARGIN);

/**
 * Divides what a cell clips away into the lines that go on from its visible text, each next to the one before, and what
 * stands apart from it.
 */
export function textBeyondClip(
  glyphs: MeasuredGlyphs,
  seen: readonly number[],
  clipped: readonly number[],
): { continuing: number[]; apart: number[] } {
  if (clipped.length === 0) return { continuing: [], apart: [] };
  const visible = readLines(glyphs, seen);
  const lines = readLines(glyphs, clipped);
  const room = NEAR * Math.max(0, ...visible.map(({ size }) => size));
  let reached = visible
    .map((line): Box => line)
    .reduce<Box | null>((all, box) => (all ? union(all, box) : box), null);
  const continuing = new Set<number>();
  const goOn = (line: (typeof lines)[number]): void => {
    if (!reached || !isNear(line, reached, room)) return;
    reached = union(reached, line);
    for (const i of line.glyphs) continuing.add(i);
  };
  lines.forEach(goOn);
  lines.toReversed().forEach(goOn);
  return { continuing: [...continuing], apart: clipped.filter((i) => !continuing.has(i)) };
}

const isNear = (a: Box, b: Box, room: number): boolean =>
  a.left <= b.right + room &&
  a.right >= b.left - room &&
  a.top <= b.bottom + room &&
  a.bottom >= b.top - room;
