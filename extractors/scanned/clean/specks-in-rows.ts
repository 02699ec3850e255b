import type { Components } from '../../raster/components.js';

/** Half the length a row of specks is looked for along, and how far beside it there is paper, in heights of characters. */
const ROW = { reach: 2, beside: 0.25 };
/** Specks of a row to either side; with less than this share of its ink beside it. */
const LEAST_IN_ROW = 3;
const INK_BESIDE = 0.3;

/** Tells whether a piece stands in a row of specks with paper beside it: what one bit has left of a thin line. */
export function specksInRows(
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
