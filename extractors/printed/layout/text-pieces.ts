import type { Box } from '../page/box.js';
import { GLYPH_SLANTED, GLYPH_SPACE, GLYPH_UNSEEN, type Glyphs } from '../page/page-content.js';

/** Gap (in glyph heights) that parts two texts. */
const APART = 0.7;

/** A stretch of visible text on one line, without a gap. */
export interface TextPiece extends Box {
  /** Height of its first glyph, points. */
  size: number;
  /** It holds letters, and digits. */
  worded: boolean;
  figures: boolean;
}

/** The visible text of a page, cut at gaps, in the order it is drawn. */
export function textPieces(glyphs: Glyphs): TextPiece[] {
  const pieces: TextPiece[] = [];
  for (let i = 0; i < glyphs.count; i++) {
    if ((glyphs.flags[i] ?? 0) & (GLYPH_UNSEEN | GLYPH_SLANTED | GLYPH_SPACE)) continue;
    const left = glyphs.left[i] ?? 0;
    const right = glyphs.right[i] ?? 0;
    const top = glyphs.top[i] ?? 0;
    const bottom = glyphs.bottom[i] ?? 0;
    const size = bottom - top;
    const code = glyphs.code[i] ?? 0;
    const worded = code > 0x40;
    const figures = code >= 0x30 && code <= 0x39;
    const last = pieces.at(-1);
    if (last && Math.abs(last.top - top) < APART * size && Math.abs(left - last.right) < APART * size) {
      last.right = right;
      last.worded ||= worded;
      last.figures ||= figures;
    } else pieces.push({ left, right, top, bottom, size, worded, figures });
  }
  return pieces;
}
