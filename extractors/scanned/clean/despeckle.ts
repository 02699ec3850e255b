import { type Components, componentsOf } from '../../raster/components.js';
import type { GrayRaster } from '../../raster/raster.js';
import { specksInRows } from './specks-in-rows.js';

/** Levels of a picture that is black and white without anything between. */
const BLACK = 12;
const WHITE = 243;
const BETWEEN = 0.002;
/** Specks by the height of characters: their area, and how far from all other ink they lie. */
const DUST = { area: 0.005, away: 0.13 };
const SPECK = { area: 0.016, away: 0.5 };

/** Whether a picture has only black and white pixels. */
export function isOneBit({ pixels }: GrayRaster): boolean {
  let between = 0;
  for (let i = 0; i < pixels.length; i++) {
    const value = pixels[i] ?? 0;
    if (value > BLACK && value < WHITE) between++;
  }
  return between <= BETWEEN * pixels.length;
}

/**
 * Takes out specks, in place: pieces much smaller than the dots of characters and decimal points that stand apart from all ink.
 * @param size height of characters in pixels
 */
export function despeckle(gray: GrayRaster, size: number): void {
  const { width, height, pixels } = gray;
  const marks = pixels.map((value) => (value < 128 ? 1 : 0));
  const pieces = componentsOf(marks, width, height);
  const isInRow = specksInRows(marks, width, height, size);
  for (let c = 0; c < pieces.count; c++) {
    const area = (pieces.area[c] ?? 0) / size ** 2;
    if (area > SPECK.area) continue;
    const away = Math.max(2, Math.round((area <= DUST.area ? DUST.away : SPECK.away) * size));
    if (isInRow(pieces, c)) continue;
    if (standsApart(marks, width, height, pieces, c, away)) erase(gray, pieces, c);
  }
}

function standsApart(
  marks: Uint8Array,
  width: number,
  height: number,
  { left, top, right, bottom, area }: Components,
  c: number,
  away: number,
): boolean {
  const [from, to] = [Math.max(0, (left[c] ?? 0) - away), Math.min(width, (right[c] ?? 0) + away)];
  let ink = 0;
  for (let y = Math.max(0, (top[c] ?? 0) - away); y < Math.min(height, (bottom[c] ?? 0) + away); y++) {
    for (let i = y * width + from; i < y * width + to; i++) ink += marks[i] ?? 0;
    if (ink > (area[c] ?? 0)) return false;
  }
  return true;
}

function erase({ width, pixels }: GrayRaster, { left, top, right, bottom }: Components, c: number): void {
  for (let y = top[c] ?? 0; y < (bottom[c] ?? 0); y++) {
    pixels.fill(255, y * width + (left[c] ?? 0), y * width + (right[c] ?? 0));
  }
}
