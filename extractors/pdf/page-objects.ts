import { objectBounds } from './object-bounds.js';
import type { Fill, Rule } from './page-content.js';
import {
  type Box,
  EVERYWHERE,
  IDENTITY,
  imageOf,
  intersect,
  isEmptyBox,
  type Matrix,
  multiply,
} from './page-space.js';
import { pathParts } from './path-parts.js';
import type { Pdfium, Pointer } from './pdfium.js';
import type { Scratch } from './scratch.js';

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
/** Form XObjects inside form XObjects: deeper is a loop or an attack. */
const MAX_FORM_DEPTH = 12;
const MAX_OBJECTS = 1_000_000;

/** Where a text object stands: in the drawing order, in which space, under which clip. */
export interface TextObject {
  order: number;
  matrix: Matrix;
  clip: Box;
}

export interface PageObjects {
  rules: Rule[];
  fills: Fill[];
  images: Box[];
  /** Number of paths that are neither rules nor fills. */
  shapes: number;
  texts: Map<Pointer, TextObject>;
}

/** Walks the page's objects, form XObjects included, and turns paths into rules and fills as displayed. */
export function readObjects(engine: Pdfium, scratch: Scratch, page: Pointer, display: Matrix): PageObjects {
  const { call } = engine;
  const found: PageObjects = { rules: [], fills: [], images: [], shapes: 0, texts: new Map() };
  let order = 0;

  const visit = (object: Pointer, matrix: Matrix, clip: Box, depth: number): void => {
    if (++order > MAX_OBJECTS) return;
    const type = call.FPDFPageObj_GetType(object);
    if (type === TEXT) {
      found.texts.set(object, { order, matrix, clip: clipOf(engine, scratch, object, matrix, clip) });
    } else if (type === PATH) {
      const inner = clipOf(engine, scratch, object, matrix, clip);
      if (!isEmptyBox(inner)) pathParts(engine, scratch, object, { matrix, clip: inner, order }, found);
    } else if (type === IMAGE) {
      const box = intersect(objectBounds(engine, scratch, object, matrix), clip);
      if (!isEmptyBox(box)) found.images.push(box);
    } else if (type === FORM && depth < MAX_FORM_DEPTH) {
      const inner = clipOf(engine, scratch, object, matrix, clip);
      const own = call.FPDFPageObj_GetMatrix(object, scratch.floats) ? scratch.readMatrix() : IDENTITY;
      const space = multiply(own, matrix);
      const count = call.FPDFFormObj_CountObjects(object);
      for (let i = 0; i < count; i++) visit(call.FPDFFormObj_GetObject(object, i), space, inner, depth + 1);
    }
  };

  const count = call.FPDFPage_CountObjects(page);
  for (let i = 0; i < count; i++) visit(call.FPDFPage_GetObject(page, i), display, EVERYWHERE, 0);
  return found;
}

/** The object's clip paths, taken as boxes, within the clip of what it stands in. */
function clipOf(engine: Pdfium, scratch: Scratch, object: Pointer, matrix: Matrix, outer: Box): Box {
  const { call } = engine;
  const handle = call.FPDFPageObj_GetClipPath(object);
  if (!handle) return outer;
  const paths = call.FPDFClipPath_CountPaths(handle);
  let clip = outer;
  for (let p = 0; p < paths; p++) {
    const segments = call.FPDFClipPath_CountPathSegments(handle, p);
    if (segments < 2) continue;
    let x0 = Infinity;
    let y0 = Infinity;
    let x1 = -Infinity;
    let y1 = -Infinity;
    for (let s = 0; s < segments; s++) {
      if (!call.FPDFPathSegment_GetPoint(call.FPDFClipPath_GetPathSegment(handle, p, s), ...scratch.pair))
        continue;
      const [x, y] = scratch.readPair();
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
    }
    if (x0 <= x1) clip = intersect(clip, imageOf(matrix, x0, y0, x1, y1));
  }
  return clip;
}
