import type { Box } from '../../printed/page/box.js';
import type { Pdfium, Pointer } from '../../raster/pdfium/pdfium.js';
import { bitmapBytes, withRenderedPage } from '../../raster/pdfium/with-rendered-page.js';

/** A page as displayed, one byte (`gray`) or three (`rgb`) a pixel, rows from the top without padding. */
export interface PagePicture {
  width: number;
  height: number;
  colors: 'gray' | 'rgb';
  pixels: Uint8Array;
}

/** 115 dots per inch: characters of 9 points are read without effort, a page of A4 has 1.2 million pixels. */
const PIXELS_PER_POINT = 1.6;
const MOST_PIXELS = 4_000_000;
/** Opaque gray over what is private; no color of print. */
const COVER = 0xff8c8c8c;
/** Points around a covered box: strokes may reach over a character's box. */
const COVER_MARGIN = 1;

/**
 * Draws a page without its annotations and form fields, whose texts are not read and so could not be covered.
 * @param covers boxes in points, origin at the top left, that are painted over
 */
export const drawPage = (
  engine: Pdfium,
  document: Pointer,
  number: number,
  covers: readonly Box[],
): PagePicture | null =>
  withRenderedPage(
    engine,
    document,
    number,
    { pixelsPerPoint: PIXELS_PER_POINT, mostPixels: MOST_PIXELS, flags: 0 },
    ({ bitmap, width, height, pixelsPerPoint }) => {
      for (const cover of covers) paint(engine, bitmap, cover, pixelsPerPoint);
      return pictureOf(engine, bitmap, width, height);
    },
  );

function paint(engine: Pdfium, bitmap: Pointer, box: Box, scale: number): void {
  const left = Math.floor((box.left - COVER_MARGIN) * scale);
  const top = Math.floor((box.top - COVER_MARGIN) * scale);
  const right = Math.ceil((box.right + COVER_MARGIN) * scale);
  const bottom = Math.ceil((box.bottom + COVER_MARGIN) * scale);
  engine.call.FPDFBitmap_FillRect(bitmap, left, top, right - left, bottom - top, COVER);
}

/** PDFium's pixels are blue, green, red and one byte more. */
function pictureOf(engine: Pdfium, bitmap: Pointer, width: number, height: number): PagePicture {
  const { source, stride } = bitmapBytes(engine, bitmap, height);
  const colors = isGray(source) ? 'gray' : 'rgb';
  const pixels = new Uint8Array(width * height * (colors === 'gray' ? 1 : 3));
  let at = 0;
  for (let y = 0; y < height; y++) {
    for (let i = y * stride; i < y * stride + 4 * width; i += 4) {
      if (colors === 'rgb') {
        pixels[at++] = source[i + 2] ?? 0;
        pixels[at++] = source[i + 1] ?? 0;
      }
      pixels[at++] = source[i] ?? 0;
    }
  }
  return { width, height, colors, pixels };
}

function isGray(pixels: Uint8Array): boolean {
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i] !== pixels[i + 1] || pixels[i] !== pixels[i + 2]) return false;
  }
  return true;
}
