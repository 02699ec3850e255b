import { coverTest } from './cover-test.js';
import { clipOf } from './object-clip.js';
import { GLYPH_CLIPPED, GLYPH_HIDDEN, GLYPH_SPACE, GLYPH_UNMAPPED, type Glyphs } from './page-content.js';
import type { PageObjects } from './page-objects.js';
import { type Box, EVERYWHERE, imageOf, type Matrix } from './page-space.js';
import type { Pdfium, Pointer } from './pdfium.js';
import type { Scratch } from './scratch.js';

const INVISIBLE = 3;
const CLIP_ONLY = 7;
/** U+FFFD, for a character the font gives no Unicode for. */
const UNKNOWN = 0xfffd;
const NEARLY_WHITE = 250;
/** Height of a glyph's box, in font sizes, from which its font's metrics are not believed. */
const TALL = 1.6;
/** Part of the em square of CJK fonts that stands above the baseline. */
const ASCENT = 0.88;
/** PDFium marks a hyphen it found at the end of a line with these. */
const HYPHEN_MARKS: ReadonlySet<number> = new Set([0x02, 0xfffe]);

/** What the characters of one text object have in common. */
interface TextState {
  clip: Box;
  order: number;
  /** Drawn with no ink. */
  hidden: boolean;
  white: boolean;
}

/** Reads every character that PDFium did not make up itself (it adds spaces and line ends), with box and visibility. */
export function readGlyphs(
  engine: Pdfium,
  scratch: Scratch,
  text: Pointer,
  objects: PageObjects,
  display: Matrix,
): Glyphs {
  const { call } = engine;
  const total = Math.max(0, call.FPDFText_CountChars(text));
  const glyphs = allocateGlyphs(total);
  const { code, turn, run, clip, flags } = glyphs;
  const isCovered = coverTest(objects.fills);
  let object: Pointer = 0;
  let state: TextState = { clip: EVERYWHERE, order: 0, hidden: false, white: false };
  let quarters = 0;
  let em = 0;
  let runs = 0;
  let clips = 0;
  let n = 0;

  for (let i = 0; i < total; i++) {
    const unicode = call.FPDFText_GetUnicode(text, i);
    const blank = isSpace(unicode);
    if ((blank || unicode < 0x20) && call.FPDFText_IsGenerated(text, i)) continue;
    const owner = call.FPDFText_GetTextObject(text, i);
    if (owner !== object) {
      object = owner;
      const before = state.clip;
      state = textState(engine, scratch, owner, objects, display);
      const isPlaced = call.FPDFText_GetMatrix(text, i, scratch.floats) !== 0;
      const [a, b, height] = isPlaced ? [scratch.float(0), scratch.float(1), scratch.float(3)] : [1, 0, 0];
      quarters = turnOf(display, a, b);
      em = b === 0 && height > 0 ? height * call.FPDFText_GetFontSize(text, i) : 0;
      runs++;
      if (!isSameBox(before, state.clip)) clips++;
    }
    placeGlyph(engine, scratch, text, i, display, em, glyphs, n);
    const unmapped = !blank && call.FPDFText_HasUnicodeMapError(text, i) !== 0;
    code[n] = unmapped ? UNKNOWN : HYPHEN_MARKS.has(unicode) ? 0x2d : unicode;
    turn[n] = quarters;
    run[n] = runs;
    clip[n] = clips;
    let flag = blank ? GLYPH_SPACE : 0;
    if (unmapped) flag |= GLYPH_UNMAPPED;
    const x = ((glyphs.left[n] ?? 0) + (glyphs.right[n] ?? 0)) / 2;
    const y = ((glyphs.top[n] ?? 0) + (glyphs.bottom[n] ?? 0)) / 2;
    const outside = isOutside(x, y, state.clip);
    if (outside) flag |= GLYPH_CLIPPED;
    if (state.hidden || isCovered(x, y, state)) flag |= GLYPH_HIDDEN;
    glyphs.x[n] = outside
      ? x
      : middleWithin(glyphs.left[n] ?? 0, glyphs.right[n] ?? 0, state.clip.left, state.clip.right);
    glyphs.y[n] = outside
      ? y
      : middleWithin(glyphs.top[n] ?? 0, glyphs.bottom[n] ?? 0, state.clip.top, state.clip.bottom);
    flags[n] = flag;
    n++;
  }
  glyphs.count = n;
  return glyphs;
}

function allocateGlyphs(size: number): Glyphs {
  return {
    count: 0,
    code: new Uint32Array(size),
    left: new Float32Array(size),
    top: new Float32Array(size),
    right: new Float32Array(size),
    bottom: new Float32Array(size),
    x: new Float32Array(size),
    y: new Float32Array(size),
    turn: new Uint8Array(size),
    run: new Uint32Array(size),
    clip: new Uint32Array(size),
    flags: new Uint8Array(size),
  };
}

const isSpace = (unicode: number): boolean =>
  unicode === 0x20 || unicode === 0xa0 || unicode === 0x3000 || (unicode >= 0x2000 && unicode <= 0x200b);

function textState(
  engine: Pdfium,
  scratch: Scratch,
  object: Pointer,
  { texts, forms }: PageObjects,
  display: Matrix,
): TextState {
  const { call } = engine;
  if (!object) return { clip: EVERYWHERE, order: 0, hidden: false, white: false };
  const mode = call.FPDFTextObj_GetTextRenderMode(object);
  const form = forms.get(object);
  let white = false;
  let hidden = mode === INVISIBLE || mode === CLIP_ONLY;
  const [red, green, blue, alpha] = scratch.four;
  if (call.FPDFPageObj_GetFillColor(object, red, green, blue, alpha)) {
    white =
      scratch.integer(0) >= NEARLY_WHITE &&
      scratch.integer(1) >= NEARLY_WHITE &&
      scratch.integer(2) >= NEARLY_WHITE;
    hidden ||= scratch.integer(3) === 0;
  }
  const clip = clipOf(engine, scratch, object, form?.matrix ?? display, form?.clip ?? EVERYWHERE);
  return { clip, order: texts.get(object) ?? 0, hidden, white };
}

/**
 * Writes a glyph's box: as wide as its advance, as high as its font; the box of its ink where PDFium knows no better. Some
 * fonts claim an ascent and descent of several ems, which would set their glyphs apart from the others of the line: these
 * get the em square. `em` is the size of upright text in user space, 0 for turned text.
 */
function placeGlyph(
  engine: Pdfium,
  scratch: Scratch,
  text: Pointer,
  index: number,
  display: Matrix,
  em: number,
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

/** Quarter turns clockwise, as displayed, of text running along (a, b) in user space. */
function turnOf(display: Matrix, a: number, b: number): number {
  const x = a * display[0] + b * display[2];
  const y = a * display[1] + b * display[3];
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y > 0 ? 1 : 3;
}

const isSameBox = (a: Box, b: Box): boolean =>
  a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;

const middleWithin = (from: number, to: number, low: number, high: number): number =>
  (Math.max(from, low) + Math.min(to, high)) / 2;

const isOutside = (x: number, y: number, clip: Box): boolean =>
  x < clip.left - 0.5 || x > clip.right + 0.5 || y < clip.top - 0.5 || y > clip.bottom + 0.5;
