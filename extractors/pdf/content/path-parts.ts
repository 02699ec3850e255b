import { intersect, isEmptyBox } from '../../printed/page/box.js';
import { type Drawing, type DrawnLines, drawSubpath } from '../../printed/page/drawn-path.js';
import { NO_INK } from '../../printed/page/ink.js';
import { isThin, linesOfBox } from '../../printed/page/lines-of-box.js';
import { IDENTITY, type Matrix, multiply } from '../../printed/page/matrix.js';
import type { Pdfium, Pointer } from '../../raster/pdfium/pdfium.js';
import { objectBounds } from './object-bounds.js';
import { readInk } from './read-ink.js';
import type { Scratch } from './scratch.js';
import { subpathsOf } from './subpaths.js';

/** More segments than any table has: a drawing, a map, a scan turned into outlines. */
const MAX_SEGMENTS = 20_000;

export interface PathSetting extends Drawing {
  /** From the path's own space (its form's, or the page's) to the page as displayed. */
  matrix: Matrix;
}

/**
 * Splits a path object into rules (strokes along an axis, thin filled rectangles, one per subpath) and fills. What leaves
 * no ink — no opacity, white lines, outside the clip — leaves no rule.
 */
export function pathParts(
  engine: Pdfium,
  scratch: Scratch,
  path: Pointer,
  setting: PathSetting,
  into: DrawnLines,
): void {
  const { call } = engine;
  const { clip, order } = setting;
  const [red, green, blue, opacity] = scratch.four;
  call.FPDFPath_GetDrawMode(path, scratch.floats, scratch.floats + 4);
  const fillMode = scratch.integer(0);
  const strokes = scratch.integer(1);
  const fill = fillMode
    ? readInk(scratch, call.FPDFPageObj_GetFillColor(path, red, green, blue, opacity))
    : NO_INK;
  const stroke = strokes
    ? readInk(scratch, call.FPDFPageObj_GetStrokeColor(path, red, green, blue, opacity))
    : NO_INK;
  if (fill.alpha === 0 && stroke.alpha === 0) return;

  const bounds = objectBounds(engine, scratch, path, setting.matrix);
  const inside = intersect(bounds, clip);
  if (isEmptyBox(inside)) return;
  const segments = call.FPDFPath_CountSegments(path);
  if (segments > MAX_SEGMENTS) {
    into.shapes += segments;
    return;
  }
  if (isThin(bounds)) {
    const dark = (fill.alpha > 0 && !fill.white) || (stroke.alpha > 0 && !stroke.white);
    (dark ? into.rules : into.whiteRules).push(...linesOfBox(inside, bounds));
    return;
  }
  if (fill.alpha > 0 && segments <= 5 && (stroke.alpha === 0 || stroke.white)) {
    into.fills.push({ ...inside, white: fill.white, opaque: fill.alpha > 250, order });
    return;
  }
  const own = call.FPDFPageObj_GetMatrix(path, scratch.floats) ? scratch.readMatrix() : IDENTITY;
  for (const subpath of subpathsOf(engine, scratch, path, segments, multiply(own, setting.matrix))) {
    drawSubpath(subpath, { stroke, fill }, setting, into);
  }
}
