import type { GrayRaster } from '../../raster/raster.js';
import type { LineMeasures } from './line-measures.js';
import { smoothedAlong } from './smoothed-along.js';
import { thinDarkness } from './thin-darkness.js';

/** 1 for the pixels that are of thin dark lines along the rows, also where these are pale and the picture is noisy. */
export function lineInk(gray: GrayRaster, { window, contrast, smoothing, own }: LineMeasures): Uint8Array {
  const smooth = smoothedAlong(gray, smoothing);
  const ink = thinDarkness(smooth, window);
  for (let i = 0; i < ink.length; i++) {
    const dark = ink[i] ?? 0;
    const itself = dark + (smooth.pixels[i] ?? 0) - (gray.pixels[i] ?? 0);
    ink[i] = dark >= contrast && itself >= own * dark ? 1 : 0;
  }
  return ink;
}
