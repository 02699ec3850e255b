import type { Glyphs, PageContent } from './page-content.js';

/** Fills beyond this number are a drawing; they are no backgrounds of cells, or to look behind letters for. */
export const MOST_FILLS = 4000;

/** A page with what its glyphs have in common. */
export interface MeasuredPage extends PageContent {
  glyphs: MeasuredGlyphs;
}

export interface MeasuredGlyphs extends Glyphs {
  /** Usual space between the digits of a figure, in font heights: 0 where they are not set apart. */
  figureSpacing: number;
}

export const measuredPage = (content: PageContent): MeasuredPage => ({
  ...content,
  fills: content.fills.length > MOST_FILLS ? [] : content.fills,
  glyphs: { ...content.glyphs, figureSpacing: figureSpacing(content.glyphs) },
});

/** Digits further apart than this (in font heights) are of two figures. */
const WIDEST_GAP = 0.8;
/** So many pairs of digits show how a page sets its figures. */
const ENOUGH_PAIRS = 5;
const ZERO = 0x30;
const NINE = 0x39;

/** The usual space between two digits drawn one after the other on a line, in font heights; 0 where too few tell. */
function figureSpacing(glyphs: Glyphs): number {
  const gaps: number[] = [];
  for (let i = 1; i < glyphs.count; i++) {
    if (!isDigit(glyphs, i) || !isDigit(glyphs, i - 1) || glyphs.turn[i] !== glyphs.turn[i - 1]) continue;
    const gap = gapBefore(glyphs, i);
    if (gap !== null && gap > -WIDEST_GAP && gap < WIDEST_GAP) gaps.push(gap);
  }
  if (gaps.length < ENOUGH_PAIRS) return 0;
  return Math.max(0, gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0);
}

const isDigit = ({ code }: Glyphs, i: number): boolean => (code[i] ?? 0) >= ZERO && (code[i] ?? 0) <= NINE;

/** The gap, in font heights, before a glyph in the direction it is read; null where it is on another line. */
function gapBefore({ left, top, right, bottom, turn }: Glyphs, i: number): number | null {
  const before = i - 1;
  const across = ((turn[i] ?? 0) & 1) === 1;
  const [start, end, low, high] = across ? [top, bottom, left, right] : [left, right, top, bottom];
  const size = Math.max(1, (high[i] ?? 0) - (low[i] ?? 0));
  const shift = Math.abs((high[i] ?? 0) + (low[i] ?? 0) - (high[before] ?? 0) - (low[before] ?? 0)) / 2;
  if (shift > 0.3 * size) return null;
  const isForward = (turn[i] ?? 0) < 2;
  const gap = isForward ? (start[i] ?? 0) - (end[before] ?? 0) : (start[before] ?? 0) - (end[i] ?? 0);
  return gap / size;
}
