import type { Glyphs } from '../page/page-content.js';

/** Digits of one figure touch, figures stand apart, by these gaps (in font heights) at least and at most. */
const TOUCHING = 0.05;
const APART = 0.1;
/** So many gaps of either kind show a habit. */
const LEAST = 3;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/**
 * Whether a line holds figures that are drawn one by one, close to each other, as the numbers along an axis are: the digits
 * of each touch, and never do those of two.
 * @param ordered the line's glyphs from left to right
 */
export function hasPartedFigures(
  { code, left, right, run }: Glyphs,
  ordered: readonly number[],
  size: number,
): boolean {
  let within = 0;
  let apart = 0;
  for (let k = 1; k < ordered.length; k++) {
    const [before, i] = [ordered[k - 1] ?? 0, ordered[k] ?? 0];
    if (!isDigit(code[before] ?? 0) || !isDigit(code[i] ?? 0)) continue;
    const gap = (left[i] ?? 0) - (right[before] ?? 0);
    if (run[before] === run[i]) {
      if (gap > TOUCHING * size) return false;
      within++;
    } else {
      if (gap < APART * size) return false;
      apart++;
    }
  }
  return within >= LEAST && apart >= LEAST;
}

/** Whether a gap parts two figures of such a line. */
export const partsFigures = (
  { code, left, right, run }: Glyphs,
  before: number,
  i: number,
  size: number,
): boolean =>
  run[before] !== run[i] &&
  isDigit(code[before] ?? 0) &&
  isDigit(code[i] ?? 0) &&
  (left[i] ?? 0) - (right[before] ?? 0) >= APART * size;
