import type { PixelBox } from '../../raster/raster.js';

/** Longest that is read at once, in heights of the line: the cost of a line grows faster than its length. */
const LONGEST = 60;

/**
 * Parts of a line too long to be read at once, cut where least ink stands.
 * @param ink pixels of ink in each column of the line
 */
export function cutLine(line: PixelBox, ink: Uint32Array): PixelBox[] {
  const most = LONGEST * Math.max(1, line.bottom - line.top);
  const parts: PixelBox[] = [];
  let left = line.left;
  while (line.right - left > most) {
    let best = left + most;
    let least = Number.POSITIVE_INFINITY;
    for (let x = left + most; x > left + 0.7 * most; x--) {
      const here = ink[x - line.left] ?? 0;
      if (here < least) [least, best] = [here, x];
    }
    parts.push({ ...line, left, right: best });
    left = best;
  }
  return [...parts, { ...line, left }];
}
