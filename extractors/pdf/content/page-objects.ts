import { type Box, EVERYWHERE, intersect, isEmptyBox } from '../../printed/page/box.js';
import { type DrawnLines, seenRules } from '../../printed/page/drawn-path.js';
import { IDENTITY, type Matrix, multiply } from '../../printed/page/matrix.js';
import { MOST_FILLS } from '../../printed/page/measured-page.js';
import type { Pdfium, Pointer } from '../../raster/pdfium/pdfium.js';
import { objectBounds } from './object-bounds.js';
import { clipOf } from './object-clip.js';
import { pathParts } from './path-parts.js';
import type { Scratch } from './scratch.js';

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
/** Form XObjects inside form XObjects: deeper is a loop or an attack. */
const MAX_FORM_DEPTH = 12;
const MAX_OBJECTS = 1_000_000;

/** The space a form XObject's content is drawn in. */
export interface FormSpace {
  matrix: Matrix;
  clip: Box;
}

/** An image, a strip of one included. */
export interface DrawnPicture extends Box {
  /** Position in the drawing order of the page. */
  order: number;
}

export interface PictureObject extends DrawnPicture {
  object: Pointer;
}

export interface PageObjects extends DrawnLines {
  images: PictureObject[];
  /** Position of each text object in the drawing order. */
  texts: Map<Pointer, number>;
  /** Space of the text objects that stand in form XObjects. */
  forms: Map<Pointer, FormSpace>;
}

/** Walks the page's objects, form XObjects included, and turns paths into rules and fills as displayed. */
export function readObjects(engine: Pdfium, scratch: Scratch, page: Pointer, display: Matrix): PageObjects {
  const { call } = engine;
  const found: PageObjects = {
    rules: [],
    whiteRules: [],
    fills: [],
    images: [],
    shapes: 0,
    texts: new Map(),
    forms: new Map(),
  };
  const pageSpace = { matrix: display, clip: EVERYWHERE };
  let order = 0;

  const visit = (object: Pointer, space: FormSpace, depth: number): void => {
    if (++order > MAX_OBJECTS) return;
    const type = call.FPDFPageObj_GetType(object);
    if (type === TEXT) {
      found.texts.set(object, order);
      if (depth > 0) found.forms.set(object, space);
      return;
    }
    if (type !== PATH && type !== IMAGE && type !== FORM) return;
    const clip = clipOf(engine, scratch, object, space.matrix, space.clip);
    if (isEmptyBox(clip)) return;
    if (type === PATH) {
      pathParts(engine, scratch, object, { matrix: space.matrix, clip, order }, found);
    } else if (type === IMAGE) {
      const box = intersect(objectBounds(engine, scratch, object, space.matrix), clip);
      if (!isEmptyBox(box)) found.images.push({ ...box, order, object });
    } else if (depth < MAX_FORM_DEPTH) {
      const own = call.FPDFPageObj_GetMatrix(object, scratch.floats) ? scratch.readMatrix() : IDENTITY;
      const inner = { matrix: multiply(own, space.matrix), clip };
      const count = call.FPDFFormObj_CountObjects(object);
      for (let i = 0; i < count; i++) visit(call.FPDFFormObj_GetObject(object, i), inner, depth + 1);
    }
  };

  const count = call.FPDFPage_CountObjects(page);
  for (let i = 0; i < count; i++) visit(call.FPDFPage_GetObject(page, i), pageSpace, 0);
  if (found.fills.length > MOST_FILLS) found.fills = [];
  return { ...found, rules: seenRules(found) };
}
