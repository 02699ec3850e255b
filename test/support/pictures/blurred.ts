import type { ColorRaster } from '../../../extractors/raster/raster.js';
import { copyOf } from './made-picture.js';

/** Smears each pixel into its neighbours: a kernel of three with a share in the middle, along both axes. */
export function blurred(source: ColorRaster, middle: number): ColorRaster {
  const { width, height } = source;
  const side = (1 - middle) / 2;
  const target = copyOf(source);
  const along = (from: Uint8Array, to: Uint8Array, step: number, first: number, last: number): void => {
    for (let i = first; i < last; i++) {
      to[i] = side * ((from[i - step] ?? 0) + (from[i + step] ?? 0)) + middle * (from[i] ?? 0) + 0.5;
    }
  };
  along(source.pixels, target.pixels, 3, 3, 3 * width * height - 3);
  const between = target.pixels.slice();
  along(between, target.pixels, 3 * width, 3 * width, 3 * width * (height - 1));
  return target;
}
