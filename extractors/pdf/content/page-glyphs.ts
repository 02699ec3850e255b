import { areaOf, type Box } from '../../printed/page/box.js';
import { isSpace } from '../../printed/page/characters.js';
import { coverTest } from '../../printed/page/cover-test.js';
import type { Matrix } from '../../printed/page/matrix.js';
import {
  GLYPH_CLIPPED,
  GLYPH_COVERED,
  GLYPH_FROM_FONT,
  GLYPH_HIDDEN,
  GLYPH_SLANTED,
  GLYPH_SPACE,
  GLYPH_UNDER_PICTURE,
  GLYPH_UNMAPPED,
  type Glyphs,
} from '../../printed/page/page-content.js';
import type { Pdfium, Pointer } from '../../raster/pdfium/pdfium.js';
import { readFontTexts, type UnmappedGlyph } from './font-texts.js';
import { placeGlyph } from './glyph-box.js';
import type { NamedGlyphs } from './glyph-names.js';
import type { DrawnPicture, PageObjects } from './page-objects.js';
import type { PictureTest } from './picture-test.js';
import type { Scratch } from './scratch.js';
import { NO_STYLE, readTextStyle } from './text-style.js';

/** U+FFFD, for a character the font gives no Unicode for. */
const UNKNOWN = 0xfffd;
/** PDFium marks a hyphen it found at the end of a line with these. */
const HYPHEN_MARKS: ReadonlySet<number> = new Set([0x02, 0xfffe]);

const NO_PICTURE: DrawnPicture = { left: 0, top: 0, right: 0, bottom: 0, order: 0 };

export interface PageGlyphs {
  glyphs: Glyphs;
  /** Some are of fonts drawn by the document itself (Type 3), which the names of their glyphs may tell. */
  wantsNames: boolean;
}

/**
 * Reads every character that PDFium did not make up itself (it adds spaces and line ends), with box and visibility.
 * @param names of the glyphs of the page's Type 3 fonts; undefined where they were not asked for
 */
export function readGlyphs(
  engine: Pdfium,
  scratch: Scratch,
  text: Pointer,
  objects: PageObjects,
  display: Matrix,
  isUnderPicture: PictureTest,
  names?: readonly NamedGlyphs[],
): PageGlyphs {
  const { call } = engine;
  const total = Math.max(0, call.FPDFText_CountChars(text));
  const glyphs = allocateGlyphs(total);
  const { code, turn, run, clip, flags } = glyphs;
  const coverAt = coverTest(objects.fills);
  const pictured = orderOfLargest(objects.images);
  let object: Pointer = 0;
  let style = NO_STYLE;
  let runs = 0;
  const untoldGlyphs: UnmappedGlyph[] = [];
  let n = 0;

  for (let i = 0; i < total; i++) {
    const unicode = call.FPDFText_GetUnicode(text, i);
    if ((isSpace(unicode) || unicode < 0x20) && call.FPDFText_IsGenerated(text, i)) continue;
    const untold = call.FPDFText_HasUnicodeMapError(text, i) !== 0;
    const blank = isSpace(unicode) && !(untold && unicode < 0x20);
    const owner = call.FPDFText_GetTextObject(text, i);
    if (owner !== object) {
      object = owner;
      const before = style.clip;
      style = readTextStyle(engine, scratch, text, i, owner, objects, display);
      runs++;
      if (!isSameBox(before, style.clip)) glyphs.clips.push(style.clip);
    }
    placeGlyph(engine, scratch, text, i, display, style, glyphs, n);
    if (n > 0 && takesNoRoom(glyphs, n - 1)) {
      n--;
      placeGlyph(engine, scratch, text, i, display, style, glyphs, n);
    }
    const unmapped = untold && !blank;
    code[n] = unmapped ? UNKNOWN : HYPHEN_MARKS.has(unicode) ? 0x2d : unicode;
    turn[n] = style.turn;
    run[n] = runs;
    clip[n] = glyphs.clips.length - 1;
    let flag = blank ? GLYPH_SPACE : 0;
    if (unmapped) flag |= GLYPH_UNMAPPED;
    if (untold) {
      const font = owner ? call.FPDFTextObj_GetFont(owner) : 0;
      untoldGlyphs.push({ at: n, index: i, font, code: unicode });
    }
    if (style.slanted) flag |= GLYPH_SLANTED;
    const x = ((glyphs.left[n] ?? 0) + (glyphs.right[n] ?? 0)) / 2;
    const y = ((glyphs.top[n] ?? 0) + (glyphs.bottom[n] ?? 0)) / 2;
    const outside = isOutside(x, y, style.clip);
    if (outside) flag |= GLYPH_CLIPPED;
    const { clip: box } = style;
    const seenX = outside ? nearestInside(x, box.left, box.right) : x;
    const seenY = outside ? nearestInside(y, box.top, box.bottom) : y;
    const cover = coverAt(seenX, seenY, style);
    if (style.hidden || cover !== 0) flag |= GLYPH_HIDDEN;
    if (cover > pictured) flag |= GLYPH_COVERED;
    if (isUnderPicture(seenX, seenY, style.order)) flag |= GLYPH_UNDER_PICTURE;
    glyphs.x[n] = outside
      ? x
      : middleWithin(glyphs.left[n] ?? 0, glyphs.right[n] ?? 0, style.clip.left, style.clip.right);
    glyphs.y[n] = outside
      ? y
      : middleWithin(glyphs.top[n] ?? 0, glyphs.bottom[n] ?? 0, style.clip.top, style.clip.bottom);
    flags[n] = flag;
    n++;
  }
  glyphs.count = n;
  const { told, wantsNames } = readFontTexts(engine, scratch, text, untoldGlyphs, names);
  for (const [at, character] of told) {
    code[at] = character;
    const kept = (flags[at] ?? 0) & ~(GLYPH_UNMAPPED | GLYPH_SPACE);
    flags[at] = kept | GLYPH_FROM_FONT | (isSpace(character) ? GLYPH_SPACE : 0);
  }
  return { glyphs, wantsNames };
}

/** Position in the drawing order of the largest picture, 0 where there is none. */
const orderOfLargest = (images: readonly DrawnPicture[]): number =>
  images.reduce((largest, image) => (areaOf(image) > areaOf(largest) ? image : largest), NO_PICTURE).order;

const WORDS_OF_GLYPH = 9;
const BYTES_OF_GLYPH = 2;

/** All arrays on one buffer: a page has eleven of them, and a buffer costs more than a view. */
function allocateGlyphs(size: number): Glyphs {
  const buffer = new ArrayBuffer((4 * WORDS_OF_GLYPH + BYTES_OF_GLYPH) * size);
  let words = 0;
  const nextWords = (): number => 4 * size * words++;
  const floats = (): Float32Array => new Float32Array(buffer, nextWords(), size);
  const integers = (): Uint32Array => new Uint32Array(buffer, nextWords(), size);
  return {
    count: 0,
    code: integers(),
    left: floats(),
    top: floats(),
    right: floats(),
    bottom: floats(),
    x: floats(),
    y: floats(),
    run: integers(),
    clip: integers(),
    clips: [NO_STYLE.clip],
    turn: new Uint8Array(buffer, nextWords(), size),
    flags: new Uint8Array(buffer, 4 * WORDS_OF_GLYPH * size + size, size),
  };
}

/** Whether a glyph is a printed tab or line end over which the next one is printed. */
function takesNoRoom({ code, flags, left, top, right, bottom }: Glyphs, at: number): boolean {
  if (!((flags[at] ?? 0) & GLYPH_SPACE) || (code[at] ?? 0) < 0x09 || (code[at] ?? 0) > 0x0d) return false;
  const overlap = (from: Float32Array, to: Float32Array): number =>
    (Math.min(to[at] ?? 0, to[at + 1] ?? 0) - Math.max(from[at] ?? 0, from[at + 1] ?? 0)) /
    Math.max(0.01, (to[at] ?? 0) - (from[at] ?? 0));
  return overlap(left, right) > 0.5 && overlap(top, bottom) > 0.5;
}

const isSameBox = (a: Box, b: Box): boolean =>
  a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;

const middleWithin = (from: number, to: number, low: number, high: number): number =>
  (Math.max(from, low) + Math.min(to, high)) / 2;

/** The nearest position a little inside of a clip: what is clipped away is as visible as its clip's edge is. */
const nearestInside = (at: number, low: number, high: number): number =>
  Math.min(Math.max(at, low + 1), high - 1);

const isOutside = (x: number, y: number, clip: Box): boolean =>
  x < clip.left - 0.5 || x > clip.right + 0.5 || y < clip.top - 0.5 || y > clip.bottom + 0.5;
