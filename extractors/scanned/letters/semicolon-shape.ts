import type { InkMask } from './operator-shape.js';

/** The lower part of a semicolon is so much higher than the dot above it at least. */
const TAIL = 1.6;

/** Whether ink has two parts, one above the other, and the lower a tail. That none is seen tells nothing: small ones lose it. */
export function isSemicolonShape({ width, height, ink }: InkMask): boolean {
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
  if (upper === undefined || lower === undefined || others.length > 0 || width > height) return false;
  return lower >= TAIL * upper;
}
