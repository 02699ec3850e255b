import { areaOf, type Box, union } from '../../printed/page/box.js';
import { PICTURE_SHARE } from '../../printed/page/page-quality.js';
import type { Pdfium, Pointer } from '../../raster/pdfium/pdfium.js';
import type { PictureObject } from './page-objects.js';

/** Share of a picture's pixels that have to be opaque for nothing under it to be seen: a watermark shows through. */
const OPAQUE = 0.9;
/** As many rows and columns of pixels are looked at. */
const PROBES = 40;

/** Whether a point of text at a position of the drawing order lies under pictures drawn later. */
export type PictureTest = (x: number, y: number, order: number) => boolean;

/** A test for points of text: whether opaque pictures that together cover most of the page are drawn over it later. */
export function pictureTest(
  engine: Pdfium,
  document: Pointer,
  page: Pointer,
  images: readonly PictureObject[],
  pageArea: number,
): PictureTest {
  const least = PICTURE_SHARE * pageArea;
  const sum = (pictures: readonly PictureObject[]): number =>
    pictures.reduce((area, picture) => area + areaOf(picture), 0);
  if (sum(images) <= least) return () => false;
  const byOrder = new Map<number, Box | null>();
  let opaque: boolean | undefined;
  const areaOver = (order: number): Box | null => {
    const later = images.filter((image) => image.order > order);
    const largest = later.reduce<PictureObject | undefined>(
      (best, image) => (best && areaOf(best) >= areaOf(image) ? best : image),
      undefined,
    );
    if (!largest || sum(later) <= least) return null;
    opaque ??= isOpaque(engine, document, page, largest);
    return opaque ? later.reduce<Box>((box, image) => union(box, image), largest) : null;
  };
  return (x, y, order) => {
    let box = byOrder.get(order);
    if (box === undefined) {
      box = areaOver(order);
      byOrder.set(order, box);
    }
    return box !== null && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  };
}

/** Whether nothing shows through a picture, its masks applied. One that cannot be drawn hides nothing. */
function isOpaque(engine: Pdfium, document: Pointer, page: Pointer, { object }: PictureObject): boolean {
  const { call } = engine;
  if (call.FPDFPageObj_HasTransparency(object)) return false;
  const bitmap = call.FPDFImageObj_GetRenderedBitmap(document, page, object);
  if (!bitmap) return false;
  try {
    const width = call.FPDFBitmap_GetWidth(bitmap);
    const height = call.FPDFBitmap_GetHeight(bitmap);
    const stride = call.FPDFBitmap_GetStride(bitmap);
    const start = call.FPDFBitmap_GetBuffer(bitmap);
    const pixels = engine.bytes().subarray(start, start + stride * height);
    let filled = 0;
    for (let row = 0; row < PROBES; row++) {
      for (let column = 0; column < PROBES; column++) {
        const x = Math.floor(((column + 0.5) * width) / PROBES);
        const y = Math.floor(((row + 0.5) * height) / PROBES);
        if ((pixels[y * stride + 4 * x + 3] ?? 0) > 250) filled++;
      }
    }
    return filled >= OPAQUE * PROBES * PROBES;
  } finally {
    call.FPDFBitmap_Destroy(bitmap);
  }
}
