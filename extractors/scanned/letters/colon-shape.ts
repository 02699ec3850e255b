import type { InkMask } from './operator-shape.js';

/** The lower part of a semicolon is so much higher than the dot above it; that of a colon at most so much. */
const TAIL = 1.6;
const EVEN = 1.25;

/** Whether the ink of a mark with two parts, one above the other, is that of a colon or a semicolon; null where it is neither clearly. */
export function colonShape({ width, height, ink }: InkMask): ':' | ';' | null {
  const parts: number[] = [];
  let part = 0;
  for (let y = 0; y <= height; y++) {
    const isInk = y < height && ink.subarray(y * width, (y + 1) * width).includes(1);
    if (isInk) part++;
    else if (part > 0) {
      parts.push(part);
      part = 0;
    }
  }
  const [upper, lower, ...others] = parts;
  if (upper === undefined || lower === undefined || others.length > 0 || width > height) return null;
  if (lower >= TAIL * upper) return ';';
  return lower <= EVEN * upper ? ':' : null;
}
