import { openPicture } from '../../../extractors/raster/files/open-picture.js';
import type { ColorRaster } from '../../../extractors/raster/raster.js';
import { blank } from './made-picture.js';
import { fillBox } from './page-of-marks.js';

export const WHITE = [255, 255, 255];

export const colorAt = ({ width, pixels }: ColorRaster, x: number, y: number): number[] => [
  ...pixels.subarray(3 * (y * width + x), 3 * (y * width + x) + 3),
];

export const decodePicture = async (bytes: Uint8Array, page = 1): Promise<ColorRaster> =>
  (await openPicture(bytes).page(page)).raster;

/** White, red in the upper left, blue in the lower right. */
export function redAndBlue(width = 64, height = 48): ColorRaster {
  const raster = blank(width, height);
  fillBox(raster, 0, 0, width / 2, height / 2, [220, 20, 30]);
  fillBox(raster, width / 2, height / 2, width, height, [20, 30, 220]);
  return raster;
}
