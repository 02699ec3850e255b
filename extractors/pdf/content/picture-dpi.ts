import { areaOf } from '../../printed/page/box.js';
import type { Pdfium } from '../../raster/pdfium/pdfium.js';
import type { PictureObject } from './page-objects.js';
import type { Scratch } from './scratch.js';

const POINTS_PER_INCH = 72;

/** Dots per inch of the largest picture of a page, strips of one each by themselves; undefined where there is none. */
export function pictureDpi(
  engine: Pdfium,
  scratch: Scratch,
  images: readonly PictureObject[],
): number | undefined {
  const [first] = images;
  if (!first) return undefined;
  const largest = images.reduce((best, image) => (areaOf(image) > areaOf(best) ? image : best), first);
  const [width, height] = scratch.four;
  if (!engine.call.FPDFImageObj_GetImagePixelSize(largest.object, width, height)) return undefined;
  const pixels = scratch.integer(0) * scratch.integer(1);
  return pixels > 0 ? Math.sqrt(pixels / areaOf(largest)) * POINTS_PER_INCH : undefined;
}
