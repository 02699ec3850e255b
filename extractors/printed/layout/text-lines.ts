import type { Box } from '../page/box.js';
import { characterOf, isWide } from '../page/characters.js';
import type { MeasuredGlyphs } from '../page/measured-page.js';
import { GLYPH_SPACE } from '../page/page-content.js';
import { turnedGlyphs } from '../page/page-turn.js';
import { letterSpacing } from './letter-spacing.js';
import { hasPartedFigures, partsFigures } from './parted-figures.js';
import { attachSmallGlyphs } from './small-glyphs.js';

/** One printed line of text; box in points, in the direction it is read. */
export interface TextLine extends Box {
  text: string;
  /** Height of the font, points. */
  size: number;
  /** Indexes of its glyphs, left to right, spaces left out. */
  glyphs: number[];
  /** Of a recognized line only: how sure its least sure glyph is, 0 to 1. */
  recognized?: number;
}

/** Gap that is a space, in font heights: between Latin letters or digits, and where a CJK character is involved. */
const LATIN_SPACE = 0.2;
const CJK_SPACE = 0.55;
/** MeasuredGlyphs belong to one line where their middles differ by less than this share of the font's height. */
const SAME_LINE = 0.45;
/** MeasuredGlyphs smaller than this share of the usual height may be raised or lowered. */
const SMALL = 0.8;

/**
 * Puts glyphs into lines, top to bottom, each left to right. Text turned by quarters is read in its own direction; the
 * boxes of its lines are then in that direction too.
 */
export function readLines(glyphs: MeasuredGlyphs, indexes: readonly number[]): TextLine[] {
  if (indexes.length === 0) return [];
  const { turn } = glyphs;
  if (indexes.every((i) => turn[i] === 0)) return uprightLines(glyphs, indexes);
  return [0, 1, 2, 3].flatMap((quarters) => {
    const group = indexes.filter((i) => turn[i] === quarters);
    return group.length === 0 ? [] : uprightLines(turnedGlyphs(glyphs, quarters, 0, 0), group);
  });
}

function uprightLines(glyphs: MeasuredGlyphs, indexes: readonly number[]): TextLine[] {
  const spaces = indexes
    .filter((i) => isSpace(glyphs, i))
    .sort((a, b) => middle(glyphs, a) - middle(glyphs, b));
  const letters = spaces.length === 0 ? [...indexes] : indexes.filter((i) => !isSpace(glyphs, i));
  if (letters.length === 0) return [];
  return gatherAll(glyphs, letters)
    .map((line) => lineOf(glyphs, line, spaces))
    .sort((a, b) => a.top + a.bottom - b.top - b.bottom);
}

const isSpace = (glyphs: MeasuredGlyphs, i: number): boolean => ((glyphs.flags[i] ?? 0) & GLYPH_SPACE) !== 0;
const middle = (glyphs: MeasuredGlyphs, i: number): number =>
  ((glyphs.top[i] ?? 0) + (glyphs.bottom[i] ?? 0)) / 2;
const height = (glyphs: MeasuredGlyphs, i: number): number =>
  Math.max((glyphs.bottom[i] ?? 0) - (glyphs.top[i] ?? 0), 1);

/** Lines of glyphs; small raised or lowered ones are put into the line they belong to. */
function gatherAll(glyphs: MeasuredGlyphs, letters: number[]): number[][] {
  const usual = usualHeight(glyphs, letters);
  const small = letters.filter((i) => height(glyphs, i) < SMALL * usual);
  if (small.length === 0) return gather(glyphs, letters);
  const lines = gather(
    glyphs,
    letters.filter((i) => height(glyphs, i) >= SMALL * usual),
  );
  const loose = attachSmallGlyphs(glyphs, small, lines, usual);
  return [...lines, ...gather(glyphs, loose)];
}

/** MeasuredGlyphs whose middles lie on one height are a line. */
function gather(glyphs: MeasuredGlyphs, letters: number[]): number[][] {
  const lines: number[][] = [];
  let line: number[] = [];
  let at = 0;
  let tallest = 0;
  for (const i of inOrder(letters, (a, b) => middle(glyphs, a) - middle(glyphs, b))) {
    const own = height(glyphs, i);
    const y = middle(glyphs, i);
    if (line.length > 0 && y - at <= SAME_LINE * Math.min(own, tallest)) {
      line.push(i);
      at += (y - at) / line.length;
      tallest = Math.max(tallest, own);
    } else {
      line = [i];
      lines.push(line);
      at = y;
      tallest = own;
    }
  }
  return lines;
}

/** @param spaces the printed spaces, from top to bottom */
function lineOf(glyphs: MeasuredGlyphs, line: number[], spaces: readonly number[]): TextLine {
  const { code, left, top, right, bottom } = glyphs;
  const size = usualHeight(glyphs, line);
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const i of line) {
    box.left = Math.min(box.left, left[i] ?? 0);
    box.right = Math.max(box.right, right[i] ?? 0);
    box.top = Math.min(box.top, top[i] ?? 0);
    box.bottom = Math.max(box.bottom, bottom[i] ?? 0);
  }
  const within = between(glyphs, spaces, box.top + 0.2 * size, box.bottom - 0.2 * size);
  const ordered = inOrder(
    within.length === 0 ? line : [...line, ...within],
    (a, b) => (left[a] ?? 0) - (left[b] ?? 0) || a - b,
  );

  const spacing = letterSpacing(glyphs, ordered, size, (i) => isSpace(glyphs, i));
  const parted = hasPartedFigures(glyphs, ordered, size);
  let text = '';
  let end = -1;
  for (const i of ordered) {
    if (isSpace(glyphs, i)) {
      if (text !== '' && !text.endsWith(' ')) text += ' ';
    } else {
      const own = code[i] ?? 0;
      const gap = end < 0 ? 0 : (left[i] ?? 0) - (right[end] ?? 0) - spacing;
      if (gap > LATIN_SPACE * size && !text.endsWith(' ')) {
        const wide = isWide(own) || isWide(code[end] ?? 0);
        if (!wide || gap > CJK_SPACE * size) text += ' ';
      } else if (parted && partsFigures(glyphs, end, i, size) && !text.endsWith(' ')) text += ' ';
      text += characterOf(own);
    }
    if (end < 0 || (right[i] ?? 0) > (right[end] ?? 0)) end = i;
  }
  return {
    text: text.trim(),
    size,
    left: Math.min(box.left, left[ordered[0] ?? 0] ?? 0),
    right: box.right,
    top: box.top,
    bottom: box.bottom,
    glyphs: within.length === 0 ? ordered : ordered.filter((i) => !isSpace(glyphs, i)),
    ...(glyphs.confidence ? { recognized: leastSure(glyphs.confidence, line) } : {}),
  };
}

const leastSure = (confidence: Uint8Array, line: readonly number[]): number =>
  line.reduce((least, i) => Math.min(least, confidence[i] ?? 0), 100) / 100;

/** Those of some glyphs, from top to bottom, whose middles lie between two heights. */
function between(glyphs: MeasuredGlyphs, sorted: readonly number[], top: number, bottom: number): number[] {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const half = (low + high) >> 1;
    if (middle(glyphs, sorted[half] ?? 0) <= top) low = half + 1;
    else high = half;
  }
  let end = low;
  while (end < sorted.length && middle(glyphs, sorted[end] ?? 0) < bottom) end++;
  return sorted.slice(low, end);
}

/** The middle one of the heights of some glyphs; most texts have but one. */
function usualHeight(glyphs: MeasuredGlyphs, indexes: readonly number[]): number {
  const first = height(glyphs, indexes[0] ?? 0);
  let same = 0;
  while (same < indexes.length && height(glyphs, indexes[same] ?? 0) === first) same++;
  if (same === indexes.length) return first;
  const heights = Float64Array.from(indexes, (i) => height(glyphs, i)).sort();
  return heights[heights.length >> 1] ?? 0;
}

/** Sorts glyphs in place; most are drawn in the order they are read. */
function inOrder(indexes: number[], compare: (a: number, b: number) => number): number[] {
  for (let k = 1; k < indexes.length; k++) {
    if (compare(indexes[k - 1] ?? 0, indexes[k] ?? 0) > 0) return indexes.sort(compare);
  }
  return indexes;
}
