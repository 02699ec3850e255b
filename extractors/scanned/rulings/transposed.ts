import type { GrayRaster } from '../../raster/raster.js';

const TILE = 32;

/** The picture with its axes exchanged: what ran down runs to the right. */
export function transposed({ width, height, pixels }: GrayRaster): GrayRaster {
  const turned = new Uint8Array(width * height);
  for (let top = 0; top < height; top += TILE) {
    const bottom = Math.min(height, top + TILE);
    for (let left = 0; left < width; left += TILE) {
      const right = Math.min(width, left + TILE);
      for (let x = left; x < right; x++) {
        for (let y = top; y < bottom; y++) turned[x * height + y] = pixels[y * width + x] ?? 0;
      }
    }
  }
  return { width: height, height: width, pixels: turned };
}
