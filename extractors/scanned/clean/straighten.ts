import {
  composed,
  cornersOf,
  type Homography,
  homographyOf,
  IDENTITY,
  type PixelPoint,
} from '../../raster/homography.js';
import { type EdgePoints, mappedPoints, type Points } from './edge-points.js';
import { lineSlope, pointsBetween } from './line-slope.js';

const degrees = (angle: number): number => Math.tan((angle * Math.PI) / 180);
const MOST_SKEW = degrees(8);
/** Lines at the edges of a photograph run this far from those in the middle. */
const MOST_SPREAD = degrees(5);
/** Below this the points lie in no lines. */
const CLEAR = 1.25;
const LEAST_POINTS = 200;
/** Bands of the page the slope is measured in by itself. */
const BANDS = 3;
/** Slopes that grow by more than this over the page are not of paper that lay flat: on a photograph, and on what may be a scan. */
const FLAT = { photograph: degrees(0.2), scan: degrees(0.6) };
/** Measured slopes off the straight growth by more are no perspective. */
const STRAIGHT = degrees(0.35);

/**
 * The map that lays the lines of a page level: a turn by the angle of its lines, and for a photograph the perspective in which lines
 * run together, along and down.
 * @param points where ink begins, in the coordinates of the page of that size
 * @param kind `photograph` where the page is known to be of one
 */
export function straighten(
  points: EdgePoints,
  width: number,
  height: number,
  kind: keyof typeof FLAT,
): Homography {
  let map = levelled(points.down, width, height);
  for (let round = 0; round < 2; round++) {
    const step = unslanted(
      { across: mappedPoints(points.across, map), down: mappedPoints(points.down, map) },
      width,
      height,
      FLAT[round === 0 ? kind : 'photograph'],
    );
    if (!step) return map;
    map = composed(map, step);
  }
  return map;
}

/** Turned about the middle by the slope of the lines along. */
function levelled({ x, y, count }: Points, width: number, height: number): Homography {
  if (count < LEAST_POINTS) return IDENTITY;
  const { slope, clearness } = lineSlope(x, y, count, [-MOST_SKEW, MOST_SKEW]);
  if (clearness < CLEAR) return IDENTITY;
  const angle = Math.atan(slope);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [width / 2, height / 2];
  return [
    cos,
    sin,
    middleX - cos * middleX - sin * middleY,
    -sin,
    cos,
    middleY + sin * middleX - cos * middleY,
    0,
    0,
    1,
  ];
}

/** A slope that grows over the page. */
interface Growth {
  /** Where the page begins and ends across the lines. */
  first: number;
  last: number;
}

/** The map that takes the perspective left out; null where there is none. */
function unslanted(points: EdgePoints, width: number, height: number, flat: number): Homography | null {
  const along = growth(points.down, 'y', height);
  const down = growth(points.across, 'x', width);
  const isFlat = (slopes: Growth | null): boolean => !slopes || Math.abs(slopes.last - slopes.first) < flat;
  const isSheared = along && down && Math.abs(along.first + along.last + down.first + down.last) > 4 * flat;
  if (isFlat(along) && isFlat(down) && !isSheared) return null;
  const { first: top, last: bottom } = along ?? { first: 0, last: 0 };
  const { first: left, last: right } = down ?? { first: 0, last: 0 };
  const corner = (y: number, slope: number, x: number, slant: number): PixelPoint => {
    const dy = (slope * (x - width / 2 + slant * (y - height / 2))) / (1 - slope * slant);
    return [x + slant * (y + dy - height / 2), y + dy];
  };
  return homographyOf(
    [
      corner(0, top, 0, left),
      corner(0, top, width, right),
      corner(height, bottom, width, right),
      corner(height, bottom, 0, left),
    ],
    cornersOf(width, height),
  );
}

/** The slopes at both ends of the page, from those of some bands of it; null where they do not grow evenly. */
function growth(points: Points, by: 'x' | 'y', length: number): Growth | null {
  const slopes: { at: number; slope: number }[] = [];
  for (let band = 0; band < BANDS; band++) {
    const [from, to] = [(band * length) / BANDS, ((band + 1) * length) / BANDS];
    const { x, y, count } = pointsBetween(points, by, from, to);
    if (count < LEAST_POINTS / 2) continue;
    const [alongLine, beside] = by === 'y' ? [x, y] : [y, x];
    const { slope, clearness } = lineSlope(alongLine, beside, count, [-MOST_SPREAD, MOST_SPREAD]);
    if (clearness >= CLEAR) slopes.push({ at: (from + to) / 2, slope });
  }
  if (slopes.length < 2) return null;
  const middle = slopes.reduce((sum, { at }) => sum + at, 0) / slopes.length;
  const mean = slopes.reduce((sum, { slope }) => sum + slope, 0) / slopes.length;
  const spread = slopes.reduce((sum, { at }) => sum + (at - middle) ** 2, 0);
  const rise = slopes.reduce((sum, { at, slope }) => sum + (at - middle) * (slope - mean), 0) / spread;
  const lineAt = (at: number): number => mean + rise * (at - middle);
  if (slopes.some(({ at, slope }) => Math.abs(slope - lineAt(at)) > STRAIGHT)) return null;
  return { first: lineAt(0), last: lineAt(length) };
}
