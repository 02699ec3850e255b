import { printedBlocks } from './document/document-blocks.js';
import { type GlyphsOfLines, type LetteredBlock, letteredBlocks } from './document/letters.js';
import { joinPages, type PageContents, type PageReading, readPages } from './document/read-pages.js';
import { placedCells } from './document/table-place.js';
import type { PageBlocks } from './layout/page-blocks.js';

export interface PrintedLetters {
  /** The texts of each page by itself, and those of the whole document, where tables and paragraphs go on over pages. */
  readings: LetteredBlock[][];
  /** Number of pages. */
  pages: number;
  /** Pages nothing was read from. */
  unread: number[];
}

/** Every text of printed pages with the place of each letter. @throws as `readPrinted` */
export async function readPrintedLetters(
  contents: PageContents,
  reading: PageReading,
): Promise<PrintedLetters> {
  const glyphsOfLines: GlyphsOfLines = new Map();
  const readings: LetteredBlock[][] = [];
  const { pages, sizes, unread } = await readPages(contents, reading, ({ glyphs }, page) => {
    for (const { glyphs: own } of linesOf(page)) glyphsOfLines.set(own, { page: page.page, glyphs });
    readings.push(letteredBlocks(printedBlocks([page]), glyphsOfLines));
  });
  joinPages(pages);
  readings.push(letteredBlocks(printedBlocks(pages), glyphsOfLines));
  return { readings, pages: sizes.length, unread };
}

const linesOf = ({ blocks }: PageBlocks) =>
  blocks.flatMap((block) =>
    block.kind === 'line' ? [block.line] : placedCells(block.table).flatMap(({ cell }) => cell.lines),
  );
