import type { Box } from './box.js';

/**
 * What is printed on one page: all that tables and paragraphs are read from, whoever knows it — a PDF, a web page of placed
 * texts, a recognizer of scans. Lengths are points (1/72 inch), the origin is the upper left corner of the page as displayed, x
 * grows to the right and y downwards; a page that is displayed turned is given as displayed, one that is printed sideways is
 * found to be so by its glyphs.
 *
 * Glyphs, width and height are required. Without `rules` and `fills` columns are guessed from the places of the texts; without
 * `images` and `shapes` a page without text is blank, not a picture of a page.
 *
 * The page is the reader's own from then on: it changes the glyphs in place.
 */
export interface PageContent {
  width: number;
  height: number;
  glyphs: Glyphs;
  rules: Rule[];
  fills: Fill[];
  /** Pictures that are seen, each strip of one by itself. */
  images: Box[];
  /** Number of drawn shapes that are neither rules nor fills: many of them without text are text turned into outlines. */
  shapes: number;
  /** Dots per inch of its largest picture, where that is known. */
  dpi?: number;
  /** Where a box of this content stands on the page as displayed; undefined where it stands there as given. */
  asDisplayed?: (box: Box) => Box;
}

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
}

/**
 * The characters of a page in the order they are drawn, an array for each thing that is known of them; entries from `count` on
 * mean nothing. `collectGlyphs` makes them where only characters, boxes and runs are known.
 */
export interface Glyphs {
  count: number;
  /** Code points, spaces among them; U+FFFD where it is not known. */
  code: Uint32Array;
  /** The box: in the direction of reading as wide as the advance, across it as high as the font, not as the ink. */
  left: Float32Array;
  top: Float32Array;
  right: Float32Array;
  bottom: Float32Array;
  /** Middle of the part inside the clip, where the glyph is seen: the middle of the box where nothing clips it. */
  x: Float32Array;
  y: Float32Array;
  /** Quarter turns clockwise of the reading direction as displayed: 0 is upright. */
  turn: Uint8Array;
  /** Number of the piece of text it was drawn with, each next to the one before; a piece is of one style and runs one way. */
  run: Uint32Array;
  /** Number of the clip it was drawn under, and the box of each clip; `EVERYWHERE` where nothing clips. */
  clip: Uint32Array;
  clips: Box[];
  /** `GLYPH_…`, 0 for a letter to be seen. */
  flags: Uint8Array;
  /** How sure it is that this is the character, 0 to 100; undefined where the document says so itself. */
  confidence?: Uint8Array;
}

/** A space; required, the other flags are set by producers that can know. */
export const GLYPH_SPACE = 1;
/** Outside its clip. */
export const GLYPH_CLIPPED = 2;
/** Invisible: drawn without ink, with no opacity, white on white, or covered by what is drawn later. */
export const GLYPH_HIDDEN = 4;
/** Drawn where nobody sees it. */
export const GLYPH_UNSEEN = GLYPH_CLIPPED | GLYPH_HIDDEN;
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
