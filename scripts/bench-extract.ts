/**
 * Readers against other libraries and bare passes over the same bytes, in one run, by processor time. `--ratios` leaves the tables
 * out.
 */
import { parseArgs } from 'node:util';
import { benchDocx } from './bench-extract/bench-docx.js';
import { officeRatios } from './bench-extract/bench-office.js';
import { benchPdf, pdfRatios } from './bench-extract/bench-pdf.js';

const { values } = parseArgs({ options: { ratios: { type: 'boolean', default: false } } });

const rounded = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'number' ? Math.round(value * 10) / 10 : value,
    ]),
  );

if (!values.ratios) console.table((await benchDocx()).map(rounded));
const pdfs = await benchPdf({ others: !values.ratios });
if (!values.ratios) console.table(pdfs.map(rounded));
for (const line of [...pdfRatios(pdfs), ...(await officeRatios())]) console.log(line);
