import type { ColorRaster } from '../raster.js';
import type { Pdfium, Pointer } from './pdfium.js';
import { bitmapBytes, withRenderedPage } from './with-rendered-page.js';

const POINTS_PER_INCH = 72;
/** No raster of a page has more: a page of A3 at 300 dots per inch has 17.4 million. */
export const MOST_PIXELS = 20_000_000;
/** `FPDF_ANNOT` and `FPDF_PRINTING`: annotations as far as they are printed, as seals laid over a page are. */
const AS_PRINTED = 0x01 | 0x800;

/**
 * Draws a page for reading, as it would be printed: with its annotations, which seals often are.
 * @param dpi dots per inch; fewer where the page would be too large
 * @throws LimitError where the page is out of proportion or memory does not hold it
 */
export const pageRaster = (
  engine: Pdfium,
  document: Pointer,
  number: number,
  dpi: number,
): ColorRaster | null =>
  withRenderedPage(
    engine,
    document,
    number,
    { pixelsPerPoint: dpi / POINTS_PER_INCH, mostPixels: MOST_PIXELS, flags: AS_PRINTED },
    ({ bitmap, width, height }) => {
      const { source, stride } = bitmapBytes(engine, bitmap, height);
      const pixels = new Uint8Array(3 * width * height);
      for (let y = 0, at = 0; y < height; y++) {
        for (let i = y * stride; i < y * stride + 4 * width; i += 4, at += 3) {
          pixels[at] = source[i + 2] ?? 0;
          pixels[at + 1] = source[i + 1] ?? 0;
          pixels[at + 2] = source[i] ?? 0;
        }
      }
      return { width, height, pixels };
    },
  );
