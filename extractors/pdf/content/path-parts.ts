import { type Box, intersect, isEmptyBox } from '../../printed/page/box.js';
import type { DrawnFill } from '../../printed/page/cover-test.js';
import { isThin, linesOfBox } from '../../printed/page/lines-of-box.js';
import type { Rule } from '../../printed/page/page-content.js';
import { type Ink, NO_INK, readInk } from './ink.js';
import { objectBounds } from './object-bounds.js';
import { IDENTITY, type Matrix, multiply } from './page-space.js';
import type { Pdfium, Pointer } from './pdfium.js';
import type { Scratch } from './scratch.js';
import { type Subpath, subpathsOf } from './subpaths.js';

/** More segments than any table has: a drawing, a map, a scan turned into outlines. */
const MAX_SEGMENTS = 20_000;

export interface PathSetting {
  /** From the path's own space (its form's, or the page's) to the page as displayed. */
  matrix: Matrix;
  clip: Box;
  order: number;
}

interface Parts {
  rules: Rule[];
  /** Lines in white. */
  whiteRules: Rule[];
  fills: DrawnFill[];
  /** Counts curved subpaths, and the segments of drawings. */
  shapes: number;
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
  into: Parts,
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
    if (stroke.alpha > 0) strokeRules(subpath, clip, stroke.white ? into.whiteRules : into.rules);
    if (subpath.curved) into.shapes++;
    else if (fill.alpha > 0) fillPart(subpath, fill, setting, into);
  }
}

/** Lines of a stroked subpath that lie along an axis. */
function strokeRules({ points, curved, closed }: Subpath, clip: Box, rules: Rule[]): void {
  if (curved) return;
  const count = points.length / 2;
  const last = closed ? count : count - 1;
  for (let i = 0; i < last; i++) {
    const j = (i + 1) % count;
    const x0 = points[2 * i] ?? 0;
    const y0 = points[2 * i + 1] ?? 0;
    const x1 = points[2 * j] ?? 0;
    const y1 = points[2 * j + 1] ?? 0;
    const width = Math.abs(x1 - x0);
    const height = Math.abs(y1 - y0);
    if (Math.min(width, height) > 1 || Math.max(width, height) === 0) continue;
    const box = {
      left: Math.min(x0, x1),
      right: Math.max(x0, x1),
      top: Math.min(y0, y1),
      bottom: Math.max(y0, y1),
    };
    const inside = intersect(box, clip);
    if (!isEmptyBox(inside)) rules.push(...linesOfBox(inside, box));
  }
}

function fillPart(subpath: Subpath, fill: Ink, { clip, order }: PathSetting, into: Parts): void {
  const { points } = subpath;
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i] ?? 0;
    const y = points[i + 1] ?? 0;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  const inside = intersect(box, clip);
  if (points.length < 4 || isEmptyBox(inside)) return;
  if (!isThin(box)) into.fills.push({ ...inside, white: fill.white, opaque: fill.alpha > 250, order });
  else (fill.white ? into.whiteRules : into.rules).push(...linesOfBox(inside, box));
}
