import { LimitError } from '../../bytes/limits.js';
import type { Pdfium, Pointer } from './pdfium.js';

/** How a page is drawn. */
export interface Rendering {
  /** Fewer where the page would have more pixels than allowed. */
  pixelsPerPoint: number;
  mostPixels: number;
  /** PDFium's `FPDF_…` flags of rendering. */
  flags: number;
}

/** A drawn page on PDFium's heap: blue, green, red and one byte more a pixel; valid until the next call of PDFium. */
export interface Rendered {
  bitmap: Pointer;
  width: number;
  height: number;
  pixelsPerPoint: number;
}

const WHITE = 0xffffffff;

/**
 * Draws a page as displayed on white and shows it to `take`; null where PDFium cannot load the page.
 * @throws LimitError where the page is out of proportion or memory does not hold it
 */
export function withRenderedPage<Result>(
  engine: Pdfium,
  document: Pointer,
  number: number,
  { pixelsPerPoint, mostPixels, flags }: Rendering,
  take: (rendered: Rendered) => Result,
): Result | null {
  const { call } = engine;
  const page = call.FPDF_LoadPage(document, number - 1);
  if (!page) return null;
  try {
    const [across, down] = [call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page)];
    const scale = Math.min(pixelsPerPoint, Math.sqrt(mostPixels / (across * down)));
    const width = Math.max(1, Math.floor(across * scale));
    const height = Math.max(1, Math.floor(down * scale));
    if (!(width * height <= mostPixels)) throw new LimitError('页面的尺寸不成比例，画不出来');
    const bitmap = call.FPDFBitmap_Create(width, height, 0);
    if (!bitmap) throw new LimitError('页面太大，内存放不下');
    try {
      call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
      call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags);
      return take({ bitmap, width, height, pixelsPerPoint: scale });
    } finally {
      call.FPDFBitmap_Destroy(bitmap);
    }
  } finally {
    call.FPDF_ClosePage(page);
  }
}

/** The pixels of a bitmap in PDFium's heap, and how many bytes a row of them takes. */
export function bitmapBytes(
  { call, bytes }: Pdfium,
  bitmap: Pointer,
  height: number,
): { source: Uint8Array; stride: number } {
  const stride = call.FPDFBitmap_GetStride(bitmap);
  const start = call.FPDFBitmap_GetBuffer(bitmap);
  return { source: bytes().subarray(start, start + stride * height), stride };
}
