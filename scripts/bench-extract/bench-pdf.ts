import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pdfReader } from '../../extractors/pdf/pdf-reader.js';
import { type Pdfium, pdfium } from '../../extractors/raster/pdfium/pdfium.js';
import type { ReadDocument } from '../../src/model/document.js';
import { isGrid } from '../../src/model/grid.js';
import { readDocument } from '../../src/pipeline/reading/read-document.js';
import { packReading } from '../../src/store/ground/pack-reading.js';
import { processorMilliseconds } from '../../test/support/processor-milliseconds.js';

/** One document, milliseconds of processor time of one run, the least of several. */
export interface PdfBenchRow {
  name: string;
  pages: number;
  /** Pages that hold a part of a form. */
  formPages: number;
  /** PDFium alone: loads every page and its text. */
  bare: number;
  /** Grids and paragraphs. */
  grids: number;
  /** What a reading process does: grids, masks, recognition, parsing, packing. */
  read: number;
  /** pdf.js: text content and operator list of every page; once only. */
  pdfjs: number;
  /** read ÷ bare */
  timesBare: number;
  /** Highest memory of a process that reads only this document, in MB: at most 400 is wanted. */
  peakMegabytes: number;
}

const CORPUS_FOLDER = '../shared/corpus';
const RUNS = 4;
const MEMORY_OF = '--memory-of';
const FULL_OF_FORMS = 0.5;

/** Measures the reading of PDFs against bare PDFium, in one run on the same bytes. @param others pdf.js and memory too */
export async function benchPdf({ others }: { others: boolean }): Promise<PdfBenchRow[]> {
  const engine = await pdfium();
  const files = pdfFiles();
  for (const file of files) await measure(engine, file, 1);
  const rows: PdfBenchRow[] = [];
  for (const file of files) {
    const row = await measure(engine, file, RUNS);
    if (others) {
      const bytes = readFileSync(file);
      row.pdfjs = await processorMilliseconds(() => pdfjsPass(bytes));
      row.peakMegabytes = peakMemory(file);
    }
    rows.push(row);
  }
  return rows;
}

/** The ratios wanted, each over all pages of its kind. */
export function pdfRatios(rows: readonly PdfBenchRow[]): string[] {
  const isFull = ({ formPages, pages }: PdfBenchRow): boolean => formPages >= FULL_OF_FORMS * pages;
  return [
    ratioOf(
      'packs with some form pages',
      1.5,
      rows.filter((row) => !isFull(row)),
    ),
    ratioOf('packs full of forms', 1.8, rows.filter(isFull)),
  ];
}

function ratioOf(what: string, goal: number, rows: readonly PdfBenchRow[]): string {
  const sum = (of: (row: PdfBenchRow) => number): number => rows.reduce((all, row) => all + of(row), 0);
  const pages = sum((row) => row.pages);
  const forms = ((100 * sum((row) => row.formPages)) / pages).toFixed(0);
  const [bare, grids, read] = [sum((row) => row.bare), sum((row) => row.grids), sum((row) => row.read)];
  const each = (milliseconds: number): string => (milliseconds / pages).toFixed(2);
  return `read ÷ bare PDFium (load + text), ${what} (${rows.length} documents, ${pages} pages, ${forms} % form pages): ${each(read)} ms ÷ ${each(bare)} ms a page = ${(read / bare).toFixed(2)} (grids alone ${(grids / bare).toFixed(2)}; goal ${goal})`;
}

async function measure(engine: Pdfium, file: string, runs: number): Promise<PdfBenchRow> {
  const bytes = new Uint8Array(readFileSync(file));
  const best = { bare: Infinity, grids: Infinity, read: Infinity };
  let pages = 0;
  let document: ReadDocument | undefined;
  for (let run = 0; run < runs; run++) {
    const bare = await processorMilliseconds(() => {
      pages = barePass(engine, bytes);
    });
    const grids = await processorMilliseconds(() => pdfReader.read(bytes, { path: file }));
    const read = await processorMilliseconds(async () => {
      document = await readDocument(bytes, { path: file });
      packReading(document);
    });
    best.bare = Math.min(best.bare, bare);
    best.grids = Math.min(best.grids, grids);
    best.read = Math.min(best.read, read);
  }
  return {
    name: `${basename(join(file, '..'))}/${basename(file)}`,
    pages,
    formPages: document ? formPagesOf(document) : 0,
    ...best,
    pdfjs: 0,
    timesBare: best.read / best.bare,
    peakMegabytes: 0,
  };
}

function formPagesOf({ forms, blocks }: ReadDocument): number {
  const cells = forms.flatMap((form) =>
    form.blocks.flatMap((at) => {
      const block = blocks[at];
      return block && isGrid(block) ? block.cells : [];
    }),
  );
  return new Set(cells.flatMap(({ boxes = [] }) => boxes.map(({ page }) => page))).size;
}

function pdfFiles(): string[] {
  if (!existsSync(CORPUS_FOLDER)) return [];
  return readdirSync(CORPUS_FOLDER).flatMap((city) =>
    readdirSync(join(CORPUS_FOLDER, city)).map((file) => join(CORPUS_FOLDER, city, file)),
  );
}

/** Loads every page and its text without looking at either; returns the number of pages. */
function barePass({ call, bytes: heap }: Pdfium, bytes: Uint8Array): number {
  const data = call.malloc(bytes.length);
  heap().set(bytes, data);
  const document = call.FPDF_LoadMemDocument64(data, bytes.length, 0);
  const pages = call.FPDF_GetPageCount(document);
  for (let i = 0; i < pages; i++) {
    const page = call.FPDF_LoadPage(document, i);
    const text = call.FPDFText_LoadPage(page);
    call.FPDFText_CountChars(text);
    call.FPDFText_ClosePage(text);
    call.FPDF_ClosePage(page);
  }
  call.FPDF_CloseDocument(document);
  call.free(data);
  return pages;
}

async function pdfjsPass(bytes: Uint8Array): Promise<void> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  await task.destroy();
}

/** Peak memory of a fresh process that reads one file. */
function peakMemory(file: string): number {
  const script = fileURLToPath(import.meta.url);
  const child = spawnSync(process.execPath, [...process.execArgv, script, MEMORY_OF, file], {
    encoding: 'utf8',
  });
  return Number(child.stdout) / 1024;
}

if (process.argv[2] === MEMORY_OF && process.argv[3]) {
  await pdfReader.read(readFileSync(process.argv[3]), { path: process.argv[3] });
  process.stdout.write(String(process.resourceUsage().maxRSS));
}
