import { type Box, intersect, isEmptyBox } from './box.js';
import type { DrawnFill } from './cover-test.js';
import type { Ink } from './ink.js';
import { isThin, linesOfBox } from './lines-of-box.js';
import type { Rule } from './page-content.js';

/** A run of connected segments of a path. */
export interface Subpath {
  /** x, y alternating, as displayed. */
  points: number[];
  curved: boolean;
  closed: boolean;
}

/** Where and when a path is drawn. */
export interface Drawing {
  clip: Box;
  /** Position in the drawing order of the page. */
  order: number;
}

/** What the paths of a page leave on it. */
export interface DrawnLines {
  rules: Rule[];
  /** Lines in white: seen only on a coloured background. */
  whiteRules: Rule[];
  fills: DrawnFill[];
  /** Number of curved subpaths and segments of drawings: neither rules nor fills. */
  shapes: number;
}

/** Adds what a subpath leaves: strokes along an axis and thin filled areas as rules, other filled areas as fills. */
export function drawSubpath(
  subpath: Subpath,
  { stroke, fill }: { stroke: Ink; fill: Ink },
  drawing: Drawing,
  into: DrawnLines,
): void {
  if (stroke.alpha > 0) strokeRules(subpath, drawing.clip, stroke.white ? into.whiteRules : into.rules);
  if (subpath.curved) into.shapes++;
  else if (fill.alpha > 0) fillPart(subpath, fill, drawing, into);
}

/** The rules to be seen: white ones only where they are drawn over a coloured area. */
export function seenRules({ rules, whiteRules, fills }: DrawnLines): Rule[] {
  const coloured = fills.filter((fill) => !fill.white);
  return [...rules, ...whiteRules.filter((rule) => liesOn(rule, coloured))];
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

function fillPart(subpath: Subpath, fill: Ink, { clip, order }: Drawing, into: DrawnLines): void {
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

/** Whether a line is drawn over one of the areas. */
function liesOn({ horizontal, at, from, to }: Rule, areas: readonly Box[]): boolean {
  const middle = (from + to) / 2;
  const x = horizontal ? middle : at;
  const y = horizontal ? at : middle;
  return areas.some(
    (area) => x > area.left + 1 && x < area.right - 1 && y > area.top + 1 && y < area.bottom - 1,
  );
}
