import { type Box, intersect } from '../../printed/page/box.js';
import type { Matrix } from '../../printed/page/matrix.js';
import type { Pdfium, Pointer } from '../../raster/pdfium/pdfium.js';
import type { Scratch } from './scratch.js';

/** More segments than these are a drawing's outline; their box is read from all points. */
const RECTANGLE = 5;

/** The clip paths of a page object, taken as boxes as displayed, within the clip of what it stands in. */
export function clipOf(engine: Pdfium, scratch: Scratch, object: Pointer, matrix: Matrix, outer: Box): Box {
  const { call } = engine;
  const handle = call.FPDFPageObj_GetClipPath(object);
  if (!handle) return outer;
  const paths = call.FPDFClipPath_CountPaths(handle);
  let clip = outer;
  for (let p = 0; p < paths; p++) {
    const segments = call.FPDFClipPath_CountPathSegments(handle, p);
    if (segments >= 2) clip = intersect(clip, pathBox(engine, scratch, handle, p, segments, matrix));
  }
  return clip;
}

/** Box of a clip path; of a rectangle only two opposite corners are read. */
function pathBox(
  { call }: Pdfium,
  scratch: Scratch,
  handle: Pointer,
  path: number,
  segments: number,
  matrix: Matrix,
): Box {
  const [a, b, c, d, e, f] = matrix;
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const corners = segments === RECTANGLE;
  const last = corners ? 3 : segments;
  for (let s = 0; s < last; s += corners ? 2 : 1) {
    const segment = call.FPDFClipPath_GetPathSegment(handle, path, s);
    if (!call.FPDFPathSegment_GetPoint(segment, scratch.floats, scratch.floats + 4)) continue;
    const px = scratch.float(0);
    const py = scratch.float(1);
    const x = a * px + c * py + e;
    const y = b * px + d * py + f;
    if (x < box.left) box.left = x;
    if (x > box.right) box.right = x;
    if (y < box.top) box.top = y;
    if (y > box.bottom) box.bottom = y;
  }
  return box;
}
