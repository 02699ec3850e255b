/** Word and PDF readers against mammoth, pdf.js and bare passes over the same bytes, in one run. */
import { benchDocx } from './bench-extract-docx.js';
import { benchPdf } from './bench-extract-pdf.js';

const rounded = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'number' ? Math.round(value * 10) / 10 : value,
    ]),
  );

console.table((await benchDocx()).map(rounded));
console.table((await benchPdf()).map(rounded));
