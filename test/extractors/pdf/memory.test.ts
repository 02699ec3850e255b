import { expect, it } from 'vitest';
import { pdfReader } from '../../../extractors/pdf/pdf-reader.js';
import { pdfium } from '../../../extractors/raster/pdfium/pdfium.js';
import { buildPdf, drawTable, PdfCanvas, plainTable } from '../../support/pdf-builder.js';
import { IS_THOROUGH } from '../../support/thorough.js';

it.runIf(IS_THOROUGH)('the heap of PDFium does not grow over many documents, readable or not', async () => {
  const rows = Array.from({ length: 30 }, (_, row) => [`项目${row}`, '提升服务水平', `${row}.50`]);
  const page = drawTable(new PdfCanvas(), plainTable(50, 60, [120, 200, 80], rows)).page();
  const whole = buildPdf(Array.from({ length: 5 }, () => page));
  const read = (bytes: Uint8Array) => pdfReader.read(bytes, { path: 'test.pdf' }).catch(() => undefined);
  const engine = await pdfium();
  for (let i = 0; i < 3; i++) await read(whole);
  const before = engine.bytes().length;
  for (let i = 0; i < 60; i++) {
    await read(whole);
    await read(whole.subarray(0, 600));
  }
  expect(engine.bytes().length).toBe(before);
});
