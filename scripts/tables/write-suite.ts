import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { readBytes } from '../../extractors/read-bytes.js';
import { isGrid } from '../../src/model/grid.js';
import { PAGES } from '../../test/formats/pages.js';
import { SeededRandom } from '../../test/support/seeded-random.js';
import { type PileDocument, pileDocument } from '../pile/pile-document.js';
import { placeCells } from '../pile/place-cells.js';
import { renderDocx } from '../pile/render-docx.js';
import { renderPdf } from '../pile/render-pdf.js';
import { drawnSuite } from './drawn-suite.js';
import type { TableCells } from './table-cells.js';

const DRAWN = 12;
const PILED = 12;
const FILES = new URL('../../test/formats/files/', import.meta.url);
/** Of the files LibreOffice wrote; a sheet holds all tables of a page as one, so that workbooks are left out. */
const WITH_TABLES = /\.(docx|doc|rtf|pdf)$/;

/**
 * Writes our own suite into a folder, documents with their expectations beside them, each kind in a folder of its own: tables
 * drawn in several ways (drawn-suite.ts), forms and budget tables of the pile (scripts/pile), and the pages of test/formats as
 * LibreOffice wrote them, set against the tables of the web page they were written from.
 */
export async function writeSuite(folder: string, seed: number): Promise<void> {
  const write = (name: string, bytes: Uint8Array, tables: readonly unknown[]): void => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    writeFileSync(path.replace(/\.\w+$/, '.json'), JSON.stringify({ tables }));
  };
  drawnSuite(new SeededRandom(seed), DRAWN).forEach(({ style, bytes, rows }, index) => {
    write(`PDF, ${style}/${index}.pdf`, bytes, [rows]);
  });
  const random = new SeededRandom(seed);
  for (let serial = 1; serial <= PILED; serial++) {
    const document = pileDocument(random, serial);
    const tables = pileTables(document);
    write(`PDF, forms with merged cells/${serial}.pdf`, renderPdf(document), tables);
    write(`docx, forms with merged cells/${serial}.docx`, renderDocx(document), tables);
  }
  for (const { name, page } of PAGES.filter(({ byLibreOffice }) => byLibreOffice)) {
    const { blocks } = await readBytes(readFileSync(page), { path: page.pathname });
    const members = unzipSync(readFileSync(new URL(`${name}.zip`, FILES)));
    for (const [file, bytes] of Object.entries(members).filter(([member]) => WITH_TABLES.test(member))) {
      const format = file.replace(/^.*\./, '');
      write(`${format === 'pdf' ? 'PDF' : format}, by LibreOffice/${file}`, bytes, blocks.filter(isGrid));
    }
  }
}

const pileTables = ({ tables }: PileDocument): { cells: TableCells }[] =>
  tables.map((table) => ({
    cells: placeCells(table)
      .flat()
      .map(({ row, column, text }) => ({ row, column, text })),
  }));
