import type { GrayRaster } from '../../raster/raster.js';

/** Each pixel as the mean of its row from `radius` before to `radius` after it: noise and ragged edges of lines along the rows fade. */
export function smoothedAlong({ width, height, pixels }: GrayRaster, radius: number): GrayRaster {
  const smooth = new Uint8Array(pixels.length);
  const size = 2 * radius + 1;
  if (width < size) return { width, height, pixels: Uint8Array.from(pixels) };
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const first = pixels[row] ?? 0;
    const last = pixels[row + width - 1] ?? 0;
    let sum = first * radius;
    for (let x = 0; x <= radius; x++) sum += pixels[row + x] ?? 0;
    for (let x = 0; x < width; x++) {
      smooth[row + x] = sum / size;
      const next = x + radius + 1;
      const gone = x - radius;
      sum += next < width ? (pixels[row + next] ?? 0) : last;
      sum -= gone >= 0 ? (pixels[row + gone] ?? 0) : first;
    }
  }
  return { width, height, pixels: smooth };
}
