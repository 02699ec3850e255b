import type { GrayRaster } from './raster.js';

/** A picture smaller by a whole factor: each pixel the mean of a square; what is over at the right and below is left out. */
export function shrinkGray(source: GrayRaster, factor: number): GrayRaster {
  if (factor === 1) return source;
  const width = Math.max(1, Math.floor(source.width / factor));
  const height = Math.max(1, Math.floor(source.height / factor));
  const pixels = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  const area = Math.min(factor, source.width) * Math.min(factor, source.height);
  const from = source.pixels;
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let k = 0; k < factor; k++) {
      let at = (y * factor + k) * source.width;
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let j = 0; j < factor; j++) sum += from[at++] ?? 0;
        sums[x] = (sums[x] ?? 0) + sum;
      }
    }
    for (let x = 0; x < width; x++) pixels[y * width + x] = (sums[x] ?? 0) / area;
  }
  return { width, height, pixels };
}
