import type { ColorRaster } from '../../../extractors/raster/raster.js';
import { blank, type MadePicture } from './made-picture.js';

/** A raster turned clockwise by quarters. */
export function quarterTurned(source: ColorRaster, turns: number): MadePicture {
  const { width, height, pixels } = source;
  const quarter = turns & 3;
  const raster = quarter % 2 === 0 ? blank(width, height) : blank(height, width);
  const [right, down] = [
    [3, 3 * raster.width],
    [3 * raster.width, -3],
    [-3, -3 * raster.width],
    [-3 * raster.width, 3],
  ][quarter] ?? [3, 0];
  const first =
    [0, raster.width - 1, raster.width * raster.height - 1, raster.width * (raster.height - 1)][quarter] ?? 0;
  for (let y = 0, from = 0; y < height; y++) {
    let to = 3 * first + y * (down ?? 0);
    for (let x = 0; x < width; x++, from += 3, to += right ?? 0) {
      raster.pixels[to] = pixels[from] ?? 0;
      raster.pixels[to + 1] = pixels[from + 1] ?? 0;
      raster.pixels[to + 2] = pixels[from + 2] ?? 0;
    }
  }
  return {
    raster,
    at: ([x, y]) =>
      (
        [
          [x, y],
          [height - y, x],
          [width - x, height - y],
          [y, width - x],
        ] as const
      )[quarter] ?? [x, y],
  };
}
