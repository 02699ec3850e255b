import type { Box } from './box.js';
import { EVERYWHERE } from './box.js';
import { isSpace } from './characters.js';
import { GLYPH_SPACE, type Glyphs } from './page-content.js';

/** A character of upright text in plain sight. */
export interface PlacedGlyph extends Box {
  /** Code point. */
  code: number;
  /** Number of the piece of text it was drawn with. */
  run: number;
}

/** The glyphs of a page of which no more is known than where its upright characters stand. */
export function collectGlyphs(placed: readonly PlacedGlyph[]): Glyphs {
  const floats = (value: (glyph: PlacedGlyph) => number): Float32Array => Float32Array.from(placed, value);
  return {
    count: placed.length,
    code: Uint32Array.from(placed, ({ code }) => code),
    left: floats(({ left }) => left),
    top: floats(({ top }) => top),
    right: floats(({ right }) => right),
    bottom: floats(({ bottom }) => bottom),
    x: floats(({ left, right }) => (left + right) / 2),
    y: floats(({ top, bottom }) => (top + bottom) / 2),
    turn: new Uint8Array(placed.length),
    run: Uint32Array.from(placed, ({ run }) => run),
    clip: new Uint32Array(placed.length),
    clips: [EVERYWHERE],
    flags: Uint8Array.from(placed, ({ code }) => (isSpace(code) ? GLYPH_SPACE : 0)),
  };
}
