/**
 * Writes the scanned sample from its web page in test/samples/pages: printed on A4, sealed over its text, laid on the glass of an
 * office scanner, put into a PDF. Needs a Chinese font; another font gives another picture of the same page.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { setSubstituteFont } from '../extractors/pdf/draw-pdf.js';
import type { ColorRaster } from '../extractors/raster/raster.js';
import { readBytes } from '../extractors/read-bytes.js';
import { findChineseFont } from '../src/pipeline/drawing/find-chinese-font.js';
import { asPdf } from '../test/support/disclosure-formats/as-pdf.js';
import { drawRaster } from '../test/support/pictures/draw-raster.js';
import { officeScan } from '../test/support/pictures/office-scan.js';
import { sealed } from '../test/support/pictures/sealed.js';
import { scannedPdf } from '../test/support/scanned-pdf.js';

const PAGE = new URL('../test/samples/pages/guizhou-xifeng.html', import.meta.url);
const SAMPLE = new URL('../samples/guizhou-xifeng-scan.pdf', import.meta.url);
const DPI = 200;
const A4 = { width: 1654, height: 2339 };
const SEED = 2025;
const QUALITY = 45;
/** Shares of the page: over figures and names of indicators. */
const SEAL_AT = [0.5, 0.4] as const;

const font = findChineseFont();
if (!font) {
  console.error('没有找到中文字体');
  process.exit(1);
}
setSubstituteFont(font);
const { blocks } = await readBytes(readFileSync(PAGE), { path: 'page.html' });
const printed = sheetOf(await drawRaster(asPdf(blocks), 1, DPI));
const scan = officeScan(sealed(printed, SEED, { color: 'red', at: SEAL_AT }), SEED);
const pdf = scannedPdf(scan.raster, DPI, QUALITY);
writeFileSync(SAMPLE, pdf);
console.log(`samples/guizhou-xifeng-scan.pdf ${Math.round(pdf.length / 1024)} KB`);

/** The upper left part of a larger page, as large as a sheet. */
function sheetOf({ width, pixels }: ColorRaster): ColorRaster {
  const sheet = new Uint8Array(3 * A4.width * A4.height).fill(255);
  for (let y = 0; y < A4.height; y++) {
    const row = pixels.subarray(3 * y * width, 3 * (y * width + Math.min(width, A4.width)));
    sheet.set(row, 3 * y * A4.width);
  }
  return { ...A4, pixels: sheet };
}
