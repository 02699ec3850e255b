import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pdfReader } from '../extractors/pdf/pdf-reader.js';
import {
  type Pdfium,
  type PdfiumFunctions,
  type Pointer,
  pdfium,
} from '../extractors/raster/pdfium/pdfium.js';
import { buildPdf, drawTable, PdfCanvas, plainTable } from '../test/support/pdf-builder.js';

/** One document, three readers, best of several runs in milliseconds. */
export interface PdfBenchRow {
  name: string;
  pages: number;
  ours: number;
  /** PDFium alone: every character with its box, every path with its points. */
  bare: number;
  /** pdf.js: text content and operator list of every page. */
  pdfjs: number;
  /** ours ÷ bare: at most 2.5 is wanted. */
  timesBare: number;
  /** pdfjs ÷ ours: at least 4 is wanted. */
  timesFaster: number;
  /** Highest memory of a process that reads only this document, in MB: at most 400 is wanted. */
  peakMegabytes: number;
}

const CORPUS_FOLDER = '../shared/corpus';
const RUNS = 3;
const MEMORY_OF = '--memory-of';
const PATH = 2;
const FORM = 5;

/** Measures pdf → grids against bare PDFium and pdf.js, in one run on the same bytes. */
export async function benchPdf(files: readonly string[] = benchFiles()): Promise<PdfBenchRow[]> {
  const engine = await pdfium();
  const sample = sampleDocument();
  await measure(engine, 'warm-up', sample, null);
  const rows = [await measure(engine, 'sample: 40 pages of one table', sample, null)];
  for (const file of files) {
    rows.push(
      await measure(engine, `${basename(join(file, '..'))}/${basename(file)}`, readFileSync(file), file),
    );
  }
  return rows;
}

async function measure(
  engine: Pdfium,
  name: string,
  bytes: Uint8Array,
  file: string | null,
): Promise<PdfBenchRow> {
  let pages = 0;
  const ours = await bestOf(async () => {
    await pdfReader.read(bytes, { path: name });
  });
  const bare = await bestOf(async () => {
    pages = barePass(engine, bytes);
  });
  const pdfjs = await bestOf(() => pdfjsPass(bytes));
  return {
    name,
    pages,
    ours,
    bare,
    pdfjs,
    timesBare: ours / bare,
    timesFaster: pdfjs / ours,
    peakMegabytes: file ? peakMemory(file) : 0,
  };
}

function benchFiles(): string[] {
  if (!existsSync(CORPUS_FOLDER)) return [];
  return readdirSync(CORPUS_FOLDER).flatMap((city) =>
    readdirSync(join(CORPUS_FOLDER, city)).map((file) => join(CORPUS_FOLDER, city, file)),
  );
}

function sampleDocument(): Uint8Array {
  const rows = Array.from({ length: 36 }, (_, row) => [
    `项目${row}`,
    '提升服务水平的指标',
    `${row}.50`,
    '万元',
  ]);
  const page = drawTable(new PdfCanvas(), plainTable(50, 60, [120, 200, 80, 80], rows)).page();
  return buildPdf(Array.from({ length: 40 }, () => page));
}

async function bestOf(read: () => Promise<void>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await read();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Reads all characters and paths without keeping any; returns the number of pages. */
function barePass({ call, bytes: heap }: Pdfium, bytes: Uint8Array): number {
  const data = call.malloc(bytes.length);
  const out = call.malloc(64);
  heap().set(bytes, data);
  const document = call.FPDF_LoadMemDocument64(data, bytes.length, 0);
  const pages = call.FPDF_GetPageCount(document);
  for (let i = 0; i < pages; i++) {
    const page = call.FPDF_LoadPage(document, i);
    const text = call.FPDFText_LoadPage(page);
    const characters = call.FPDFText_CountChars(text);
    for (let c = 0; c < characters; c++) {
      call.FPDFText_GetUnicode(text, c);
      call.FPDFText_GetCharBox(text, c, out, out + 8, out + 16, out + 24);
    }
    const objects = call.FPDFPage_CountObjects(page);
    for (let o = 0; o < objects; o++) barePath(call, call.FPDFPage_GetObject(page, o), out);
    call.FPDFText_ClosePage(text);
    call.FPDF_ClosePage(page);
  }
  call.FPDF_CloseDocument(document);
  call.free(out);
  call.free(data);
  return pages;
}

function barePath(call: PdfiumFunctions, object: Pointer, out: Pointer): void {
  const type = call.FPDFPageObj_GetType(object);
  if (type === FORM) {
    const inner = call.FPDFFormObj_CountObjects(object);
    for (let i = 0; i < inner; i++) barePath(call, call.FPDFFormObj_GetObject(object, i), out);
  }
  if (type !== PATH) return;
  call.FPDFPageObj_GetMatrix(object, out);
  const segments = call.FPDFPath_CountSegments(object);
  for (let s = 0; s < segments; s++) {
    const segment = call.FPDFPath_GetPathSegment(object, s);
    call.FPDFPathSegment_GetType(segment);
    call.FPDFPathSegment_GetPoint(segment, out, out + 4);
  }
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
} else if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.table(
    (await benchPdf()).map(({ name, ...figures }) => ({
      name,
      ...Object.fromEntries(
        Object.entries(figures).map(([key, value]) => [key, Math.round(value * 10) / 10]),
      ),
    })),
  );
}
