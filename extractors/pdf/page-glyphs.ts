import {
  type Fill,
  GLYPH_CLIPPED,
  GLYPH_HIDDEN,
  GLYPH_SPACE,
  GLYPH_UNMAPPED,
  type Glyphs,
} from './page-content.js';
import type { PageObjects, TextObject } from './page-objects.js';
import { type Box, EVERYWHERE, imageOf, type Matrix } from './page-space.js';
import type { Pdfium, Pointer } from './pdfium.js';
import type { Scratch } from './scratch.js';

const INVISIBLE = 3;
const CLIP_ONLY = 7;
/** U+FFFD, for a character the font gives no Unicode for. */
const UNKNOWN = 0xfffd;
const NEARLY_WHITE = 250;
/** PDFium marks a hyphen it found at the end of a line with these. */
const HYPHEN_MARKS: ReadonlySet<number> = new Set([0x02, 0xfffe]);

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
  const { code, left, top, right, bottom, turn, run, clip, flags } = glyphs;
  let object: Pointer = 0;
  let state: TextState = { clip: EVERYWHERE, order: 0, hidden: false, white: false };
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
      runs++;
      state = textState(engine, scratch, owner, objects.texts.get(owner));
      if (!isSameBox(before, state.clip)) clips++;
    }
    const { box, turn: quarter } = glyphBox(engine, scratch, text, i, display);
    const unmapped = !blank && call.FPDFText_HasUnicodeMapError(text, i) !== 0;
    code[n] = unmapped ? UNKNOWN : HYPHEN_MARKS.has(unicode) ? 0x2d : unicode;
    left[n] = box.left;
    top[n] = box.top;
    right[n] = box.right;
    bottom[n] = box.bottom;
    turn[n] = quarter;
    run[n] = runs;
    clip[n] = clips;
    let flag = blank ? GLYPH_SPACE : 0;
    if (unmapped) flag |= GLYPH_UNMAPPED;
    if (isOutside(box, state.clip)) flag |= GLYPH_CLIPPED;
    if (state.hidden || isCovered(box, state, objects.fills)) flag |= GLYPH_HIDDEN;
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
  known: TextObject | undefined,
): TextState {
  const { call } = engine;
  const mode = object ? call.FPDFTextObj_GetTextRenderMode(object) : 0;
  let white = false;
  let hidden = mode === INVISIBLE || mode === CLIP_ONLY;
  if (object && call.FPDFPageObj_GetFillColor(object, ...scratch.four)) {
    const [r, g, b, alpha] = scratch.readIntegers();
    white = r >= NEARLY_WHITE && g >= NEARLY_WHITE && b >= NEARLY_WHITE;
    hidden ||= alpha === 0;
  }
  return { clip: known?.clip ?? EVERYWHERE, order: known?.order ?? 0, hidden, white };
}

/**
 * PDFium's loose box (advance × font height) holds for upright text only; turned text gets its ink box, stretched across
 * the reading direction to the height of the font.
 */
function glyphBox(
  engine: Pdfium,
  scratch: Scratch,
  text: Pointer,
  index: number,
  display: Matrix,
): { box: Box; turn: number } {
  const { call } = engine;
  if (call.FPDFText_GetLooseCharBox(text, index, scratch.floats)) {
    const [l, t, r, b] = scratch.readFour();
    if (r > l && t > b) return { box: imageOf(display, l, b, r, t), turn: turnOf(display, 1, 0) };
  }
  call.FPDFText_GetCharBox(text, index, ...scratch.doubles);
  const [l, r, b, t] = scratch.readDoubles();
  if (!call.FPDFText_GetMatrix(text, index, scratch.floats))
    return { box: imageOf(display, l, b, r, t), turn: 0 };
  const [a, slope, c, d, e, f] = scratch.readMatrix();
  const size = call.FPDFText_GetFontSize(text, index) || 1;
  const up = size * 0.85;
  const down = size * -0.15;
  const box = imageOf(
    display,
    Math.min(l, e + c * up, e + c * down),
    Math.min(b, f + d * up, f + d * down),
    Math.max(r, e + c * up, e + c * down),
    Math.max(t, f + d * up, f + d * down),
  );
  return { box, turn: turnOf(display, a, slope) };
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

function isOutside(box: Box, clip: Box): boolean {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  return x < clip.left - 0.5 || x > clip.right + 0.5 || y < clip.top - 0.5 || y > clip.bottom + 0.5;
}

/** Painted over later, or white with nothing dark behind it. */
function isCovered(box: Box, state: TextState, fills: readonly Fill[]): boolean {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  let readable = !state.white;
  for (const fill of fills) {
    if (x < fill.left || x > fill.right || y < fill.top || y > fill.bottom) continue;
    if (fill.order > state.order) {
      if (fill.opaque) return true;
    } else if (state.white) readable = !fill.white;
  }
  return !readable;
}
