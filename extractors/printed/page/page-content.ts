import type { Box } from './page-space.js';

/** A straight line along an axis: a stroke, a thin filled rectangle, an edge of a stroked rectangle or of a background. */
export interface Rule {
  horizontal: boolean;
  /** y of a horizontal rule, x of a vertical one. */
  at: number;
  from: number;
  to: number;
}

/** A filled area that is no line. */
export interface Fill extends Box {
  white: boolean;
  opaque: boolean;
  /** Position in the drawing order of the page. */
  order: number;
}

/** An image, a strip of one included. */
export interface Picture extends Box {
  /** Position in the drawing order of the page. */
  order: number;
}

export const GLYPH_SPACE = 1;
/** Outside its clip. */
export const GLYPH_CLIPPED = 2;
/** Invisible: drawn without ink, with no opacity, white on white, or covered by what is drawn later. */
export const GLYPH_HIDDEN = 4;
/** The font gives no Unicode for it. */
export const GLYPH_UNMAPPED = 8;
/** Runs neither along the lines of the page nor across them: a watermark, a stamp. */
export const GLYPH_SLANTED = 16;

/** Painted over by an area drawn after the pictures of the page: it was taken out on purpose. */
export const GLYPH_COVERED = 32;
/** Under an opaque picture that is drawn later and takes most of the page. */
export const GLYPH_UNDER_PICTURE = 64;
/** The document gives no Unicode for it; what it is was told by the font itself. */
export const GLYPH_FROM_FONT = 128;

/**
 * The characters of a page in the order they are drawn, boxes in points as displayed. A box is as wide as the
 * advance and as high as the font, not as the ink.
 */
export interface Glyphs {
  count: number;
  code: Uint32Array;
  left: Float32Array;
  top: Float32Array;
  right: Float32Array;
  bottom: Float32Array;
  /** Middle of the part inside the clip: where the glyph is seen. */
  x: Float32Array;
  y: Float32Array;
  /** Quarter turns clockwise of the reading direction as displayed: 0 is upright. */
  turn: Uint8Array;
  /** Number of the text object it was drawn by, and of the clip it was drawn under. */
  run: Uint32Array;
  clip: Uint32Array;
  /** The box of each clip, by its number. */
  clips: Box[];
  flags: Uint8Array;
  /** Usual space between the digits of a figure, in font heights: 0 where they are not set apart. */
  figureSpacing: number;
  /** Some are of fonts drawn by the document itself (Type 3), which the names of their glyphs may tell. */
  wantsNames: boolean;
}

/** What one page holds, in points, origin at the top left of the page as displayed. */
export interface PageContent {
  /** From 1. */
  page: number;
  width: number;
  height: number;
  glyphs: Glyphs;
  rules: Rule[];
  fills: Fill[];
  images: Picture[];
  /** Number of drawn shapes that are neither rules nor fills. */
  shapes: number;
}
