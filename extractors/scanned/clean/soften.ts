import type { GrayRaster } from '../../raster/raster.js';

/** Each pixel takes from its neighbours 1, 2, 1 along both axes, so many times. */
const TIMES = 2;

/** Gives a picture of one bit the soft edges that letters have in pictures of more, in place. */
export function soften({ width, height, pixels }: GrayRaster): void {
  const row = new Uint8Array(width);
  const above = new Uint8Array(width);
  for (let t = 0; t < TIMES; t++) {
    for (let y = 0; y < height; y++) {
      const line = pixels.subarray(y * width, (y + 1) * width);
      row.set(line);
      for (let x = 1; x < width - 1; x++)
        line[x] = ((row[x - 1] ?? 0) + 2 * (row[x] ?? 0) + (row[x + 1] ?? 0) + 2) >> 2;
    }
    above.set(pixels.subarray(0, width));
    for (let y = 1; y < height - 1; y++) {
      const line = pixels.subarray(y * width, (y + 1) * width);
      row.set(line);
      for (let x = 0; x < width; x++)
        line[x] = ((above[x] ?? 0) + 2 * (row[x] ?? 0) + (pixels[(y + 1) * width + x] ?? 0) + 2) >> 2;
      above.set(row);
    }
  }
}
