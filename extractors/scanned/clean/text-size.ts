import type { Components } from '../../raster/components.js';

/** Sides of what may be a character, in pixels, and how slender it may be. */
const SIDE = { least: 4, most: 90 };
const MOST_SLENDER = 3;
/** Most pieces are characters or large parts of them; this share of the pieces' area is of smaller ones. */
const PERCENTILE = 0.6;
const LEAST_PIECES = 30;

/** Height of the characters of a page, in pixels; null where there are none to tell it by. */
export function textSize({ count, left, top, right, bottom, area }: Components): number | null {
  const weights = new Float64Array(SIDE.most + 1);
  let [all, pieces] = [0, 0];
  for (let c = 0; c < count; c++) {
    const [width, height] = [(right[c] ?? 0) - (left[c] ?? 0), (bottom[c] ?? 0) - (top[c] ?? 0)];
    const [short, long] = [Math.min(width, height), Math.max(width, height)];
    if (long < SIDE.least || long > SIDE.most || long > MOST_SLENDER * short) continue;
    weights[long] = (weights[long] ?? 0) + (area[c] ?? 0);
    all += area[c] ?? 0;
    pieces++;
  }
  if (pieces < LEAST_PIECES) return null;
  let below = 0;
  for (let side = 0; side <= SIDE.most; side++) {
    below += weights[side] ?? 0;
    if (below >= PERCENTILE * all) return side;
  }
  return null;
}
