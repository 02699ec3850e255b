import type { ColorRaster } from '../../../extractors/raster/raster.js';
import { blank, type Point } from './made-picture.js';

/** x' = (a x + b y + c) / (g x + h y + 1), y' = (d x + e y + f) / (g x + h y + 1) */
type Projection = readonly number[];

export const project = (
  [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0]: Projection,
  [x, y]: Point,
): Point => {
  const w = g * x + h * y + 1;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
};

/** The projection that takes four points to four others: eight equations, solved by elimination. */
export function projectionOf(from: readonly Point[], to: readonly Point[]): Projection {
  const rows = from.flatMap(([x, y], i) => {
    const [u, v] = to[i] ?? [0, 0];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  for (let column = 0; column < 8; column++) {
    const size = (row: readonly number[] | undefined): number => Math.abs(row?.[column] ?? 0);
    for (let row = column + 1; row < 8; row++) {
      if (size(rows[row]) > size(rows[column])) {
        [rows[row], rows[column]] = [rows[column] ?? [], rows[row] ?? []];
      }
    }
    const pivot = rows[column] ?? [];
    rows.forEach((row, i) => {
      if (i === column) return;
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let k = column; k < 9; k++) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0);
    });
  }
  return rows.map((row, i) => (row[8] ?? 0) / (row[i] ?? 1));
}

/** A raster under a projection given backwards, from the new picture to the old one; what lies outside shows `around`. */
export function warped(
  source: ColorRaster,
  backwards: Projection,
  width: number,
  height: number,
  around: (x: number, y: number) => readonly [number, number, number],
): ColorRaster {
  const target = blank(width, height);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = backwards;
  const { pixels } = source;
  const row = 3 * source.width;
  let at = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const w = g * (x + 0.5) + h * (y + 0.5) + 1;
      const u = (a * (x + 0.5) + b * (y + 0.5) + c) / w - 0.5;
      const v = (d * (x + 0.5) + e * (y + 0.5) + f) / w - 0.5;
      if (u < 0 || v < 0 || u >= source.width - 1 || v >= source.height - 1) {
        const [red, green, blue] = around(x, y);
        target.pixels[at] = red;
        target.pixels[at + 1] = green;
        target.pixels[at + 2] = blue;
        continue;
      }
      const left = Math.floor(u);
      const top = Math.floor(v);
      const right = u - left;
      const low = v - top;
      const i = top * row + 3 * left;
      for (let k = 0; k < 3; k++) {
        const above = (pixels[i + k] ?? 0) * (1 - right) + (pixels[i + k + 3] ?? 0) * right;
        const below = (pixels[i + k + row] ?? 0) * (1 - right) + (pixels[i + k + row + 3] ?? 0) * right;
        target.pixels[at + k] = above * (1 - low) + below * low + 0.5;
      }
    }
  }
  return target;
}
