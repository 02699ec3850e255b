import type { GrayRaster } from '../../raster/raster.js';
import { type PaperMap, SQUARE } from './paper-map.js';

/** 1 where a pixel is darker than a share of the paper around it. */
export function inkMarks({ width, height, pixels }: GrayRaster, map: PaperMap, share: number): Uint8Array {
  const marks = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const squares = Math.floor(y / SQUARE) * map.across;
    for (let x = 0; x < width; x += SQUARE) {
      const level = share * (map.light[squares + x / SQUARE] ?? 255);
      const end = y * width + Math.min(width, x + SQUARE);
      for (let i = y * width + x; i < end; i++) if ((pixels[i] ?? 0) < level) marks[i] = 1;
    }
  }
  return marks;
}
