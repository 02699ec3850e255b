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
  const sorted = placed.filter((glyph) => !glyph.space).sort((a, b) => middle(a) - middle(b));
  const lines: Placed[][] = [];
  let at = 0;
  let height = 0;
  for (const glyph of sorted) {
    const line = lines.at(-1);
    const own = glyph.bottom - glyph.top;
    if (line && middle(glyph) - at <= SAME_LINE * Math.min(Math.max(own, 1), height)) {
      line.push(glyph);
      at += (middle(glyph) - at) / line.length;
      height = Math.max(height, own);
    } else {
      lines.push([glyph]);
      at = middle(glyph);
      height = Math.max(own, 1);
    }
  }
  return lines.map((line) => lineOf(glyphs, line, spacesWithin(placed, line)));
}

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
    left: Math.min(...line.map((glyph) => glyph.left)),
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
