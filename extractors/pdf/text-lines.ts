import { characterOf, isWide } from './characters.js';
import { GLYPH_SPACE, type Glyphs } from './page-content.js';
import type { Box } from './page-space.js';

/** One printed line of text; box in points, in the direction it is read. */
export interface TextLine extends Box {
  text: string;
  /** Height of the font, points. */
  size: number;
  /** Indexes of its glyphs, left to right. */
  glyphs: number[];
}

/** Gap that is a space, in font heights: between Latin letters or digits, and where a CJK character is involved. */
const LATIN_SPACE = 0.2;
const CJK_SPACE = 0.55;
/** Glyphs belong to one line where their middles differ by less than this share of the font's height. */
const SAME_LINE = 0.45;
/** Glyphs smaller than this share of the usual height may be raised or lowered. */
const SMALL = 0.8;

/**
 * Puts glyphs into lines, top to bottom, each left to right. Text turned by quarters is read in its own direction; the
 * lines' boxes are then in that direction too.
 */
export function readLines(glyphs: Glyphs, indexes: readonly number[]): TextLine[] {
  const byTurn: number[][] = [[], [], [], []];
  for (const i of indexes) byTurn[glyphs.turn[i] ?? 0]?.push(i);
  return byTurn.flatMap((group, turn) => (group.length ? linesOf(glyphs, turned(glyphs, group, turn)) : []));
}

interface Placed extends Box {
  index: number;
  space: boolean;
}

/** Boxes as seen with the reading direction to the right. */
function turned(glyphs: Glyphs, indexes: readonly number[], turn: number): Placed[] {
  return indexes.map((index) => {
    const left = glyphs.left[index] ?? 0;
    const top = glyphs.top[index] ?? 0;
    const right = glyphs.right[index] ?? 0;
    const bottom = glyphs.bottom[index] ?? 0;
    const space = ((glyphs.flags[index] ?? 0) & GLYPH_SPACE) !== 0;
    const box = [
      { left, top, right, bottom },
      { left: top, top: -right, right: bottom, bottom: -left },
      { left: -right, top: -bottom, right: -left, bottom: -top },
      { left: -bottom, top: left, right: -top, bottom: right },
    ][turn] ?? { left, top, right, bottom };
    return { index, space, ...box };
  });
}

function linesOf(glyphs: Glyphs, placed: Placed[]): TextLine[] {
  const visible = placed.filter((glyph) => !glyph.space);
  const usual = median(visible.map(heightOf));
  const isSmall = (glyph: Placed): boolean => heightOf(glyph) < SMALL * usual;
  const lines = gatherLines(visible.filter((glyph) => !isSmall(glyph)));
  const loose = visible.filter((glyph) => isSmall(glyph) && !attach(glyph, lines));
  return [...lines, ...gatherLines(loose)]
    .map((line) => lineOf(glyphs, line, spacesWithin(placed, line)))
    .sort((a, b) => middle(a) - middle(b));
}

const heightOf = (glyph: Placed): number => Math.max(glyph.bottom - glyph.top, 1);

/** Glyphs whose middles lie on one height are a line. */
function gatherLines(placed: Placed[]): Placed[][] {
  const lines: Placed[][] = [];
  let at = 0;
  let height = 0;
  for (const glyph of placed.sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1);
    const own = heightOf(glyph);
    if (line && middle(glyph) - at <= SAME_LINE * Math.min(own, height)) {
      line.push(glyph);
      at += (middle(glyph) - at) / line.length;
      height = Math.max(height, own);
    } else {
      lines.push([glyph]);
      at = middle(glyph);
      height = own;
    }
  }
  return lines;
}

/** Puts a small raised or lowered glyph (PM₂.₅, m³) into the line it belongs to; false where it stands alone. */
function attach(glyph: Placed, lines: Placed[][]): boolean {
  const own = heightOf(glyph);
  const host = lines.find((line) =>
    line.some(
      (other) =>
        Math.min(other.bottom, glyph.bottom) - Math.max(other.top, glyph.top) > 0.5 * own &&
        (Math.abs(glyph.left - other.right) < own || Math.abs(other.left - glyph.right) < own),
    ),
  );
  const line = host ?? lines.find((candidate) => candidate.some((other) => isBeside(glyph, other)));
  line?.push(glyph);
  return line !== undefined;
}

/** Whether a small glyph follows others of its kind that are already part of a line. */
const isBeside = (glyph: Placed, other: Placed): boolean =>
  Math.abs(middle(glyph) - middle(other)) < 0.3 * heightOf(glyph) &&
  Math.abs(glyph.left - other.right) < heightOf(glyph);

const middle = (box: Box): number => (box.top + box.bottom) / 2;

function spacesWithin(placed: readonly Placed[], line: readonly Placed[]): Placed[] {
  const top = Math.min(...line.map((glyph) => middle(glyph)));
  const bottom = Math.max(...line.map((glyph) => middle(glyph)));
  const reach = 0.3 * ((line[0]?.bottom ?? 0) - (line[0]?.top ?? 0));
  return placed.filter(
    (glyph) => glyph.space && middle(glyph) >= top - reach && middle(glyph) <= bottom + reach,
  );
}

function lineOf(glyphs: Glyphs, line: Placed[], spaces: readonly Placed[]): TextLine {
  const ordered = [...line, ...spaces].sort((a, b) => a.left - b.left);
  const size = median(line.map((glyph) => glyph.bottom - glyph.top));
  let text = '';
  let previous: Placed | undefined;
  for (const glyph of ordered) {
    const gap = previous ? glyph.left - previous.right : 0;
    if (glyph.space) {
      if (text && !text.endsWith(' ')) text += ' ';
    } else {
      const code = glyphs.code[glyph.index] ?? 0;
      const wide = isWide(code) || (previous !== undefined && isWide(glyphs.code[previous.index] ?? 0));
      if (previous && gap > size * (wide ? CJK_SPACE : LATIN_SPACE) && !text.endsWith(' ')) text += ' ';
      text += characterOf(code);
    }
    if (!previous || glyph.right > previous.right) previous = glyph;
  }
  return {
    text: text.trim(),
    size,
    left: ordered[0]?.left ?? 0,
    right: Math.max(...line.map((glyph) => glyph.right)),
    top: Math.min(...line.map((glyph) => glyph.top)),
    bottom: Math.max(...line.map((glyph) => glyph.bottom)),
    glyphs: ordered.filter((glyph) => !glyph.space).map((glyph) => glyph.index),
  };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
