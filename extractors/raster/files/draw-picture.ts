import { LimitError, UnreadableError } from '../../bytes/limits.js';
import { pageRaster } from '../pdfium/page-raster.js';
import type { Pdfium, Pointer } from '../pdfium/pdfium.js';
import { withPdfium } from '../pdfium/with-pdfium.js';
import type { ColorRaster } from '../raster.js';
import { type PictureSheet, pdfOfPicture, UNDRAWN } from './pdf-of-picture.js';

/** One pixel for a point. */
const DPI = 72;

/**
 * A picture drawn by PDFium, whose filters are those of JPEG and TIFF; smaller where it has more pixels than a page may be drawn with.
 * @throws UnreadableError where a piece of it cannot be decoded
 */
export function drawPicture(sheet: PictureSheet): Promise<ColorRaster> {
  const bytes = pdfOfPicture(sheet);
  return withPdfium(
    (engine) => loaded(engine, bytes),
    ({ engine, document }) => {
      const raster = pageRaster(engine, document, 1, DPI);
      if (!raster || isUndrawn(raster, sheet.streams.length)) {
        throw new UnreadableError('corrupt', '图片数据损坏，无法解码');
      }
      return raster;
    },
  );
}

function loaded(engine: Pdfium, bytes: Uint8Array): { engine: Pdfium; document: Pointer; close(): void } {
  const { call } = engine;
  const data = call.malloc(bytes.length);
  if (!data) throw new LimitError('图片太大，内存放不下');
  engine.bytes().set(bytes, data);
  const document = call.FPDF_LoadMemDocument64(data, bytes.length, 0);
  return {
    engine,
    document,
    close: () => {
      if (document) call.FPDF_CloseDocument(document);
      call.free(data);
    },
  };
}

/** Whether a strip of the picture shows the ground it should have been drawn over. */
function isUndrawn({ width, height, pixels }: ColorRaster, strips: number): boolean {
  const step = Math.max(1, Math.floor(height / (4 * strips)));
  for (let y = step >> 1; y < height; y += step) {
    let seen = 0;
    for (let part = 1; part <= 5; part++) {
      const i = 3 * (y * width + Math.floor((part * width) / 6));
      if (pixels[i] === UNDRAWN[0] && pixels[i + 1] === UNDRAWN[1] && pixels[i + 2] === UNDRAWN[2]) seen++;
    }
    if (seen === 5) return true;
  }
  return false;
}
