import '../../extractors/pdf/without-drawing.js';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import { drawnLines } from './drawn-lines.js';

/** Text in one box; points from the upper left corner of the page as it is seen. */
export interface Run {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A drawn line: upright at x = `at`, or level at y = `at`, from `from` to `to`. */
export interface Line {
  at: number;
  from: number;
  to: number;
}

export interface Lines {
  upright: Line[];
  level: Line[];
}

/** One page as pdf.js sees it; pages count from 1. */
export interface PrintedPage {
  number: number;
  runs: Run[];
  lines: Lines;
}

const LIBRARY = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** Share of the letter's height above the base line. */
const ASCENT = 0.85;
/** Text that leans more than this (rise by run) is a watermark or a label along a side, and in no row. */
const LEANING = 0.05;

/**
 * The pages of a PDF by pdf.js: text with its boxes and the drawn lines. Nothing here is shared with the reader whose work is
 * counted: neither its engine (PDFium), nor its tables, nor its vocabulary.
 * @throws Error of pdf.js when the file is broken or encrypted
 */
export async function* printedPages(bytes: Uint8Array): AsyncGenerator<PrintedPage> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    cMapUrl: `${join(LIBRARY, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(LIBRARY, 'standard_fonts')}/`,
  });
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      yield await readPage(page, number);
      page.cleanup();
    }
  } finally {
    await task.destroy();
  }
}

async function readPage(page: PDFPageProxy, number: number): Promise<PrintedPage> {
  const { transform } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const runs = content.items.flatMap((item) => ('str' in item ? runOf(item, transform) : []));
  return { number, runs, lines: drawnLines(await page.getOperatorList(), OPS, transform) };
}

function runOf(
  item: { str: string; transform: number[]; width: number; height: number },
  page: number[],
): Run[] {
  if (!item.str.trim()) return [];
  const [a, b, , , x, y]: number[] = Util.transform(page, item.transform);
  if (a === undefined || b === undefined || x === undefined || y === undefined) return [];
  if (Math.abs(b) > LEANING * Math.abs(a)) return [];
  const height = item.height || Math.hypot(a, b);
  return [
    {
      text: item.str,
      left: x,
      right: x + item.width,
      top: y - ASCENT * height,
      bottom: y + (1 - ASCENT) * height,
    },
  ];
}
