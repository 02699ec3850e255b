import type { Subpath } from '../../printed/page/drawn-path.js';
import type { Matrix } from '../../printed/page/matrix.js';
import type { Pdfium, Pointer } from '../../raster/pdfium/pdfium.js';
import type { Scratch } from './scratch.js';

const LINE_TO = 0;
const MOVE_TO = 2;

/** Cuts a path at its moves; points as displayed. */
export function subpathsOf(
  { call }: Pdfium,
  scratch: Scratch,
  path: Pointer,
  segments: number,
  matrix: Matrix,
): Subpath[] {
  const subpaths: Subpath[] = [];
  let current: Subpath = { points: [], curved: false, closed: false };
  for (let s = 0; s < segments; s++) {
    const segment = call.FPDFPath_GetPathSegment(path, s);
    const type = call.FPDFPathSegment_GetType(segment);
    if (!call.FPDFPathSegment_GetPoint(segment, scratch.floats, scratch.floats + 4)) continue;
    const x = scratch.float(0);
    const y = scratch.float(1);
    if (type === MOVE_TO) {
      current = { points: [], curved: false, closed: false };
      subpaths.push(current);
    } else if (type !== LINE_TO) current.curved = true;
    const [a, b, c, d, e, f] = matrix;
    current.points.push(a * x + c * y + e, b * x + d * y + f);
    if (call.FPDFPathSegment_GetClose(segment)) current.closed = true;
  }
  return subpaths;
}
