import jpeg from 'jpeg-js';
import type { ColorRaster } from '../../../extractors/raster/raster.js';
import { blank } from './made-picture.js';

/** A raster as a JPEG file of a quality from 1 to 100. */
export function jpegOf({ width, height, pixels }: ColorRaster, quality: number): Uint8Array {
  const data = new Uint8Array(4 * width * height).fill(255);
  for (let from = 0, to = 0; from < pixels.length; from += 3, to += 4) {
    data[to] = pixels[from] ?? 0;
    data[to + 1] = pixels[from + 1] ?? 0;
    data[to + 2] = pixels[from + 2] ?? 0;
  }
  return jpeg.encode({ width, height, data }, quality).data;
}

/** What a JPEG file of that quality leaves of a raster, and the file. */
export function throughJpeg(source: ColorRaster, quality: number): { raster: ColorRaster; jpeg: Uint8Array } {
  const file = jpegOf(source, quality);
  const { data } = jpeg.decode(file, { useTArray: true, maxMemoryUsageInMB: 2048 });
  const raster = blank(source.width, source.height);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    raster.pixels[to] = data[from] ?? 0;
    raster.pixels[to + 1] = data[from + 1] ?? 0;
    raster.pixels[to + 2] = data[from + 2] ?? 0;
  }
  return { raster, jpeg: file };
}
