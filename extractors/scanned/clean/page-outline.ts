import { componentsOf } from '../../raster/components.js';
import type { PixelPoint, Quadrilateral } from '../../raster/homography.js';
import type { GrayRaster } from '../../raster/raster.js';
import { shrinkGray } from '../../raster/shrink-gray.js';
import { type EdgeLine, fitLine, meeting } from './edge-line.js';

/** Longer side of the picture the outline is looked for in. */
const LOOKED_AT = 450;
/** Brightness between paper and what it lies on differs by this at least. */
const CONTRAST = 40;
/** Share of the picture the page takes. */
const SHARE = { least: 0.2, most: 0.985 };
/** Share of the edge of the picture that shows what the page lies on. */
const AROUND = 0.3;
/** Share of the quadrilateral's and the page's pixels that are in both. */
const AGREES = 0.94;
/** Brightness from pixel to pixel changes by less than this within the paper, by more at its edge; one guess after the other. */
const EDGE_STEPS = [14, 9, 6, 4];
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
  for (const offPaper of grounds(small)) {
    const page = pageMarks(offPaper, small.width, small.height);
    const rough = page && roughOutline(page, small);
    if (!rough) continue;
    const large = rough.map(([x, y]): PixelPoint => [x * factor, y * factor]);
    const exact = sidesOf(large, (from, to) => edgePointsNear(gray, from, to, 1.5 * factor), SHARP * PLACES);
    if (exact) return cornersOfSides(exact);
  }
  return null;
}

/** Marks of what may not be the page, one guess after the other: parted from the brightest by an edge, or dark. */
function* grounds(small: GrayRaster): Generator<Uint8Array> {
  for (const step of EDGE_STEPS) yield beyondEdges(small, step);
  const { level, dark, bright } = twoClasses(small.pixels);
  if (bright - dark >= CONTRAST) yield small.pixels.map((value) => (value < level ? 1 : 0));
}

/** The corners of the marks where they are a quadrilateral. */
function roughOutline(page: Uint8Array, small: GrayRaster): Quadrilateral | null {
  const corners = cornersOfMarks(page, small.width, small.height);
  const sides = sidesOf(corners, (from, to) => boundaryPoints(page, small, from, to));
  const rough = sides && cornersOfSides(sides);
  return rough && agreement(page, small, rough) >= AGREES ? rough : null;
}

/** 1 on the page: within what is off the paper and goes on to the edge of the picture, the largest piece. */
function pageMarks(offPaper: Uint8Array, width: number, height: number): Uint8Array | null {
  let [edge, offEdge] = [0, 0];
  const atEdge = (i: number): void => {
    edge++;
    offEdge += offPaper[i] ?? 0;
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) atEdge(y * width + x);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) atEdge(y * width + x);
  if (offEdge < AROUND * edge) return null;
  const outside = componentsOf(offPaper, width, height);
  const marks = new Uint8Array(width * height).fill(1);
  eachRun(
    outside,
    (c, start, end) => {
      const touches =
        outside.left[c] === 0 ||
        outside.top[c] === 0 ||
        outside.right[c] === width ||
        outside.bottom[c] === height;
      if (touches) marks.fill(0, start, end);
    },
    width,
  );
  const pieces = componentsOf(marks, width, height);
  let largest = 0;
  for (let c = 1; c < pieces.count; c++) if ((pieces.area[c] ?? 0) > (pieces.area[largest] ?? 0)) largest = c;
  const share = (pieces.area[largest] ?? 0) / (width * height);
  if (share < SHARE.least || share > SHARE.most) return null;
  marks.fill(0);
  eachRun(
    pieces,
    (c, start, end) => {
      if (c === largest) marks.fill(1, start, end);
    },
    width,
  );
  return marks;
}

function eachRun(
  { runs, ofRun }: ReturnType<typeof componentsOf>,
  see: (component: number, start: number, end: number) => void,
  width: number,
): void {
  for (let r = 0; r < runs.count; r++) {
    const row = (runs.row[r] ?? 0) * width;
    see(ofRun[r] ?? 0, row + (runs.from[r] ?? 0), row + (runs.to[r] ?? 0));
  }
}

/** 1 where one does not come from the brightest place without a step in brightness. */
function beyondEdges(small: GrayRaster, step: number): Uint8Array {
  const { width, height, pixels } = small;
  const beyond = new Uint8Array(width * height).fill(1);
  const stack = new Int32Array(width * height);
  let size = 0;
  const enter = (i: number): void => {
    beyond[i] = 0;
    stack[size++] = i;
  };
  enter(brightest(small));
  while (size > 0) {
    const i = stack[--size] ?? 0;
    const x = i % width;
    const level = pixels[i] ?? 0;
    const tryOne = (to: number): void => {
      if (beyond[to] === 1 && Math.abs((pixels[to] ?? 0) - level) < step) enter(to);
    };
    if (x > 0) tryOne(i - 1);
    if (x < width - 1) tryOne(i + 1);
    if (i >= width) tryOne(i - width);
    if (i < width * (height - 1)) tryOne(i + width);
  }
  return beyond;
}

/** The middle of the brightest square of a picture. */
function brightest(small: GrayRaster): number {
  const side = 8;
  const squares = shrinkGray(small, side);
  let most = 0;
  for (let i = 0; i < squares.pixels.length; i++) {
    if ((squares.pixels[i] ?? 0) > (squares.pixels[most] ?? 0)) most = i;
  }
  const [x, y] = [most % squares.width, Math.floor(most / squares.width)];
  const middle = (at: number, length: number): number => Math.min(length - 1, at * side + side / 2);
  return middle(y, small.height) * small.width + middle(x, small.width);
}

/** The level that parts brightness into two classes best (Otsu 1979), and the means of both. */
function twoClasses(pixels: Uint8Array): { level: number; dark: number; bright: number } {
  const counts = new Float64Array(256);
  for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1;
  const sum = counts.reduce((total, count, value) => total + count * value, 0);
  let [below, sumBelow] = [0, 0];
  let best = { level: 0, dark: 0, bright: 0, spread: -1 };
  counts.forEach((count, value) => {
    below += count;
    sumBelow += count * value;
    const above = pixels.length - below;
    if (below === 0 || above === 0) return;
    const [dark, bright] = [sumBelow / below, (sum - sumBelow) / above];
    const spread = below * above * (bright - dark) ** 2;
    if (spread > best.spread) best = { level: value + 1, dark, bright, spread };
  });
  return best;
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
