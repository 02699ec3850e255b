import { type Box, EVERYWHERE } from '../../printed/page/box.js';
import type { Matrix } from '../../printed/page/matrix.js';
import { textDirection } from '../../printed/page/text-direction.js';
import type { Pdfium, Pointer } from '../../raster/pdfium/pdfium.js';
import { clipOf } from './object-clip.js';
import type { PageObjects } from './page-objects.js';
import { readInk } from './read-ink.js';
import type { Scratch } from './scratch.js';

/** Text rendering modes (ISO 32000-1, 9.3.6) that draw letters by their outlines, alone or filled too. */
const STROKE_ONLY = [1, 5];
const OUTLINES = [1, 2, 5, 6];
const INVISIBLE = 3;
const CLIP_ONLY = 7;

/** What the characters of one text object have in common. */
export interface TextStyle {
  clip: Box;
  /** Position in the drawing order. */
  order: number;
  /** Drawn with no ink. */
  hidden: boolean;
  white: boolean;
  /** Quarter turns clockwise, as displayed, of the direction it is read in. */
  turn: number;
  /** Runs askew. */
  slanted: boolean;
  /** Size of upright text in user space; 0 where it is turned or unknown. */
  em: number;
  /** Size of text turned by a quarter in user space, negative where its top is at the left; else 0. */
  across: number;
}

export const NO_STYLE: TextStyle = {
  clip: EVERYWHERE,
  order: 0,
  hidden: false,
  white: false,
  turn: 0,
  slanted: false,
  em: 0,
  across: 0,
};

/** Reads the style of a text object at one of its characters. */
export function readTextStyle(
  engine: Pdfium,
  scratch: Scratch,
  text: Pointer,
  index: number,
  object: Pointer,
  { texts, forms }: PageObjects,
  display: Matrix,
): TextStyle {
  const { call } = engine;
  if (!object) return NO_STYLE;
  const mode = call.FPDFTextObj_GetTextRenderMode(object);
  const form = forms.get(object);
  const [red, green, blue, opacity] = scratch.four;
  const fill = readInk(scratch, call.FPDFPageObj_GetFillColor(object, red, green, blue, opacity));
  const isOutlined =
    OUTLINES.includes(mode) && (STROKE_ONLY.includes(mode) || fill.white || fill.alpha === 0);
  const ink = isOutlined
    ? readInk(scratch, call.FPDFPageObj_GetStrokeColor(object, red, green, blue, opacity))
    : fill;
  const clip = clipOf(engine, scratch, object, form?.matrix ?? display, form?.clip ?? EVERYWHERE);
  const isPlaced = call.FPDFText_GetMatrix(text, index, scratch.floats) !== 0;
  const a = isPlaced ? scratch.float(0) : 1;
  const b = isPlaced ? scratch.float(1) : 0;
  const slant = isPlaced ? scratch.float(2) : 0;
  const height = isPlaced ? scratch.float(3) : 0;
  const x = a * display[0] + b * display[2];
  const y = a * display[1] + b * display[3];
  const { turn, slanted } = textDirection(x, y);
  return {
    clip,
    order: texts.get(object) ?? 0,
    hidden: mode === INVISIBLE || mode === CLIP_ONLY || ink.alpha === 0,
    white: ink.white,
    turn,
    slanted,
    em: b === 0 && height > 0 ? height * call.FPDFText_GetFontSize(text, index) : 0,
    across: a === 0 && height === 0 ? slant * call.FPDFText_GetFontSize(text, index) : 0,
  };
}
