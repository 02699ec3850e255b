import { type Components, componentsOf } from '../../raster/components.js';
import type { GrayRaster } from '../../raster/raster.js';

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
  const rows = inRows(marks, width, height, size);
  for (let c = 0; c < pieces.count; c++) {
    const area = (pieces.area[c] ?? 0) / size ** 2;
    if (area > SPECK.area) continue;
    const away = Math.max(2, Math.round((area <= DUST.area ? DUST.away : SPECK.away) * size));
    if (rows(pieces, c)) continue;
    if (standsApart(marks, width, height, pieces, c, away)) erase(gray, pieces, c);
  }
}

/** Half the length a row of specks is looked for along, and how far beside it there is paper, in heights of characters. */
const ROW = { reach: 2, beside: 0.25 };
/** Specks of a row to either side; with less than this share of its ink beside it. */
const LEAST_IN_ROW = 3;
const INK_BESIDE = 0.3;

/** Tells whether a piece stands in a row of specks with paper beside it: what one bit has left of a thin line. */
function inRows(
  marks: Uint8Array,
  width: number,
  height: number,
  size: number,
): (pieces: Components, c: number) => boolean {
  const sums = inkSums(marks, width, height);
  const reach = Math.round(ROW.reach * size);
  const beside = Math.max(2, Math.round(ROW.beside * size));
  const ink = (left: number, top: number, right: number, bottom: number): number => {
    const [l, r] = [left, right].map((x) => Math.max(0, Math.min(width, x))) as [number, number];
    const [t, b] = [top, bottom].map((y) => Math.max(0, Math.min(height, y))) as [number, number];
    const at = (x: number, y: number): number => sums[y * (width + 1) + x] ?? 0;
    return at(r, b) - at(l, b) - at(r, t) + at(l, t);
  };
  return ({ left, top, right, bottom }, c) => {
    const [l, t, r, b] = [left[c] ?? 0, top[c] ?? 0, right[c] ?? 0, bottom[c] ?? 0];
    const along = [ink(l - reach, t - 1, l, b + 1), ink(r, t - 1, r + reach, b + 1)];
    const down = [ink(l - 1, t - reach, r + 1, t), ink(l - 1, b, r + 1, b + reach)];
    const isRow = ([one = 0, other = 0]: number[], around: number): boolean =>
      one >= LEAST_IN_ROW && other >= LEAST_IN_ROW && around - one - other <= INK_BESIDE * (one + other);
    return (
      isRow(
        along,
        ink(l - reach, t - 1 - beside, l, b + 1 + beside) + ink(r, t - 1 - beside, r + reach, b + 1 + beside),
      ) ||
      isRow(
        down,
        ink(l - 1 - beside, t - reach, r + 1 + beside, t) + ink(l - 1 - beside, b, r + 1 + beside, b + reach),
      )
    );
  };
}

/** How much ink there is above and left of each corner between pixels. */
function inkSums(marks: Uint8Array, width: number, height: number): Int32Array {
  const sums = new Int32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += marks[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  return sums;
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
