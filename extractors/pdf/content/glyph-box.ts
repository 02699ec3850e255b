import { ASCENT } from '../../printed/page/em-square.js';
import { imageOf, type Matrix } from '../../printed/page/matrix.js';
import type { Glyphs } from '../../printed/page/page-content.js';
import type { Pdfium, Pointer } from '../../raster/pdfium/pdfium.js';
import type { Scratch } from './scratch.js';
import type { TextStyle } from './text-style.js';

/** Height of a glyph's box, in font sizes, from which its font's metrics are not believed. */
const TALL = 1.6;

/**
 * Writes a glyph's box: as wide as its advance, as high as its font; the box of its ink where PDFium knows no better. Some
 * fonts claim an ascent and descent of several ems, which would set their glyphs apart from the others of the line: these
 * get the em square.
 */
export function placeGlyph(
  engine: Pdfium,
  scratch: Scratch,
  text: Pointer,
  index: number,
  display: Matrix,
  { em, across }: Pick<TextStyle, 'em' | 'across'>,
  glyphs: Glyphs,
  at: number,
): void {
  const { call } = engine;
  let left: number;
  let top: number;
  let right: number;
  let bottom: number;
  if (call.FPDFText_GetLooseCharBox(text, index, scratch.floats)) {
    left = scratch.float(0);
    top = scratch.float(1);
    right = scratch.float(2);
    bottom = scratch.float(3);
    if (em > 0 && top - bottom > TALL * em) {
      call.FPDFText_GetCharOrigin(text, index, scratch.doubles[0], scratch.doubles[1]);
      const baseline = scratch.readDoubles()[1];
      top = baseline + ASCENT * em;
      bottom = baseline + (ASCENT - 1) * em;
    } else if (across !== 0 && right - left > TALL * Math.abs(across)) {
      call.FPDFText_GetCharOrigin(text, index, scratch.doubles[0], scratch.doubles[1]);
      const baseline = scratch.readDoubles()[0];
      const edges = [baseline + ASCENT * across, baseline + (ASCENT - 1) * across];
      left = Math.min(...edges);
      right = Math.max(...edges);
    }
  } else {
    call.FPDFText_GetCharBox(text, index, ...scratch.doubles);
    [left, right, bottom, top] = scratch.readDoubles();
  }
  if (display[0] === 1) {
    glyphs.left[at] = left + display[4];
    glyphs.right[at] = right + display[4];
    glyphs.top[at] = display[5] - top;
    glyphs.bottom[at] = display[5] - bottom;
    return;
  }
  const box = imageOf(display, left, bottom, right, top);
  glyphs.left[at] = box.left;
  glyphs.right[at] = box.right;
  glyphs.top[at] = box.top;
  glyphs.bottom[at] = box.bottom;
}
