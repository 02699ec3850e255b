import type { PixelPoint, Quadrilateral } from '../../raster/homography.js';
import type { GrayRaster } from '../../raster/raster.js';
import { shrinkGray } from '../../raster/shrink-gray.js';
import { type EdgeLine, fitLine, meeting } from './edge-line.js';
import { pageMarks } from './page-marks.js';

/** Longer side of the picture the outline is looked for in. */
const LOOKED_AT = 450;
/** Share of the quadrilateral's and the page's pixels that are in both. */
const AGREES = 0.94;
/** Places along a side that are looked at, and the share of them where the page has to end in a sharp edge: shadows do not. */
const PLACES = 200;
const SHARP = 0.6;
/** Pixels such an edge may be off its line. */
const OFF_LINE = 3;
/** Ends of an edge that are left out when its line is found: corners are bent and rounded. */
const ENDS = 0.06;

/**
 * The corners of a page that lies on something darker, as on a photograph, in pixels of the picture; null where the picture is the
 * page, or shows no page.
 */
export function pageOutline(gray: GrayRaster): Quadrilateral | null {
  const factor = Math.max(1, Math.ceil(Math.max(gray.width, gray.height) / LOOKED_AT));
  const small = shrinkGray(gray, factor);
  for (const page of pageMarks(small)) {
    const rough = roughOutline(page, small);
    if (!rough) continue;
    const large = rough.map(([x, y]): PixelPoint => [x * factor, y * factor]);
    const exact = sidesOf(large, (from, to) => edgePointsNear(gray, from, to, 1.5 * factor), SHARP * PLACES);
    if (exact) return cornersOfSides(exact);
  }
  return null;
}

/** The corners of the marks where they are a quadrilateral. */
function roughOutline(page: Uint8Array, small: GrayRaster): Quadrilateral | null {
  const corners = cornersOfMarks(page, small.width, small.height);
  const sides = sidesOf(corners, (from, to) => boundaryPoints(page, small, from, to));
  const rough = sides && cornersOfSides(sides);
  return rough && agreement(page, small, rough) >= AGREES ? rough : null;
}

/** The outermost marks towards the four corners of the picture. */
function cornersOfMarks(marks: Uint8Array, width: number, height: number): PixelPoint[] {
  const towards: readonly PixelPoint[] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ];
  const found = towards.map(() => ({ most: Number.NEGATIVE_INFINITY, at: [0, 0] as PixelPoint }));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!marks[y * width + x]) continue;
      towards.forEach(([u, v], k) => {
        const corner = found[k];
        const reach = u * x + v * y;
        if (corner && reach > corner.most) Object.assign(corner, { most: reach, at: [x + 0.5, y + 0.5] });
      });
    }
  }
  return found.map(({ at }) => at);
}

/** A line through the points found along each of the four sides; null where one has none. */
function sidesOf(
  corners: readonly PixelPoint[],
  pointsAlong: (from: PixelPoint, to: PixelPoint) => PixelPoint[],
  least = 0,
): EdgeLine[] | null {
  const sides = corners.map((from, i) => {
    const points = pointsAlong(from, corners[(i + 1) % 4] ?? from);
    const line = fitLine(points);
    const onIt = points.filter(([x, y]) => line && Math.abs(line.a * x + line.b * y - line.c) <= OFF_LINE);
    return onIt.length < least ? null : line;
  });
  return sides.every((side) => side !== null) ? sides : null;
}

function cornersOfSides(sides: readonly EdgeLine[]): Quadrilateral | null {
  const [top, right, bottom, left] = sides;
  if (!top || !right || !bottom || !left) return null;
  const [a, b, c, d] = [
    meeting(left, top),
    meeting(top, right),
    meeting(right, bottom),
    meeting(bottom, left),
  ];
  return a && b && c && d ? [a, b, c, d] : null;
}

/** Where the page ends beside a side that is roughly known: across it, from outside to the first mark. */
function boundaryPoints(
  marks: Uint8Array,
  { width, height }: GrayRaster,
  from: PixelPoint,
  to: PixelPoint,
): PixelPoint[] {
  const reach = 0.08 * Math.hypot(to[0] - from[0], to[1] - from[1]);
  return across(from, to, (x, y, outX, outY) => {
    for (let s = reach; s >= -reach; s -= 0.5) {
      const [u, v] = [Math.floor(x + s * outX), Math.floor(y + s * outY)];
      if (u >= 0 && v >= 0 && u < width && v < height && marks[v * width + u]) {
        return [x + (s + 0.25) * outX, y + (s + 0.25) * outY];
      }
    }
    return null;
  });
}

/** Where brightness falls off most steeply near a side. */
function edgePointsNear(
  { width, height, pixels }: GrayRaster,
  from: PixelPoint,
  to: PixelPoint,
  reach: number,
): PixelPoint[] {
  const size = Math.ceil(reach) * 4 + 3;
  const levels = new Float32Array(size);
  return across(from, to, (x, y, outX, outY) => {
    for (let k = 0; k < size; k++) {
      const s = (k - (size - 1) / 2) / 2;
      const [u, v] = [Math.floor(x + s * outX), Math.floor(y + s * outY)];
      levels[k] = u < 0 || v < 0 || u >= width || v >= height ? -1 : (pixels[v * width + u] ?? 0);
    }
    let [best, steepest] = [-1, 12];
    for (let k = 2; k + 2 < size; k++) {
      const [near, nearer, farther, far] = [
        levels[k - 2] ?? 0,
        levels[k - 1] ?? 0,
        levels[k + 1] ?? 0,
        levels[k + 2] ?? 0,
      ];
      if (near < 0 || far < 0) continue;
      const fall = near + nearer - farther - far;
      if (fall > steepest) [best, steepest] = [k, fall];
    }
    if (best < 0) return null;
    const s = (best - (size - 1) / 2) / 2;
    return [x + s * outX, y + s * outY];
  });
}

/** What is found at places along a side, each given with the direction out of the page. */
function across(
  from: PixelPoint,
  to: PixelPoint,
  find: (x: number, y: number, outX: number, outY: number) => PixelPoint | null,
): PixelPoint[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const points: PixelPoint[] = [];
  for (let place = 0; place <= PLACES; place++) {
    const share = ENDS + ((1 - 2 * ENDS) * place) / PLACES;
    const point = find(from[0] + share * dx, from[1] + share * dy, dy / length, -dx / length);
    if (point) points.push(point);
  }
  return points;
}

/** Pixels in both the marks and the quadrilateral, as a share of those in either. */
function agreement(marks: Uint8Array, { width, height }: GrayRaster, corners: Quadrilateral): number {
  let [both, either] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inside = isInside(corners, [x + 0.5, y + 0.5]);
      const marked = marks[y * width + x] === 1;
      if (inside && marked) both++;
      if (inside || marked) either++;
    }
  }
  return both / either;
}

/** Whether a point lies within a convex quadrilateral given clockwise. */
export const isInside = (corners: Quadrilateral, [x, y]: PixelPoint): boolean =>
  corners.every(([ax, ay], i) => {
    const [bx, by] = corners[(i + 1) % 4] ?? [ax, ay];
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;
  });
