import type { PixelPoint } from '../../raster/homography.js';

/** A straight line: all points with a x + b y = c, where a² + b² = 1. */
export interface EdgeLine {
  a: number;
  b: number;
  c: number;
}

const ROUNDS = 6;
const LEAST_POINTS = 12;
/** Points farther off than so many times the middle distance are left out in the next round. */
const TOLERATED = 2.5;

/** The line most of the points lie on; those that lie off it count less from round to round. Null where there are too few. */
export function fitLine(points: readonly PixelPoint[]): EdgeLine | null {
  let kept = points;
  let line: EdgeLine | null = null;
  for (let round = 0; round < ROUNDS && kept.length >= LEAST_POINTS; round++) {
    line = nearestLine(kept);
    const { a, b, c } = line;
    const off = points.map(([x, y]) => Math.abs(a * x + b * y - c));
    const middle = [...off].sort((one, other) => one - other)[Math.floor(off.length / 2)] ?? 0;
    const most = Math.max(0.3, TOLERATED * middle);
    kept = points.filter((_, i) => (off[i] ?? 0) <= most);
  }
  return line;
}

/** The line with the least sum of squared distances. */
function nearestLine(points: readonly PixelPoint[]): EdgeLine {
  const count = points.length;
  const middleX = points.reduce((sum, [x]) => sum + x, 0) / count;
  const middleY = points.reduce((sum, [, y]) => sum + y, 0) / count;
  let [xx, xy, yy] = [0, 0, 0];
  for (const [x, y] of points) {
    xx += (x - middleX) ** 2;
    xy += (x - middleX) * (y - middleY);
    yy += (y - middleY) ** 2;
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy) + Math.PI / 2;
  const [a, b] = [Math.cos(angle), Math.sin(angle)];
  return { a, b, c: a * middleX + b * middleY };
}

/** Where two lines meet; null where they run side by side. */
export function meeting(one: EdgeLine, other: EdgeLine): PixelPoint | null {
  const area = one.a * other.b - other.a * one.b;
  if (Math.abs(area) < 0.1) return null;
  return [(one.c * other.b - other.c * one.b) / area, (one.a * other.c - other.a * one.c) / area];
}
