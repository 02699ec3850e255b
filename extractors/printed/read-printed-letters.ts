import type { LetteredBlock } from '../../src/model/grid.js';
import { printedBlocks } from './document/document-blocks.js';
import { type GlyphsOfLines, letteredBlocks, noteGlyphs } from './document/letters.js';
import { joinPages, type PageContents, type PageReading, readPages } from './document/read-pages.js';

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
  const { pages, sizes, unread } = await readPages(contents, reading, (content, page) => {
    noteGlyphs(glyphsOfLines, content, page);
    readings.push(letteredBlocks(printedBlocks([page]), glyphsOfLines));
  });
  joinPages(pages);
  readings.push(letteredBlocks(printedBlocks(pages), glyphsOfLines));
  return { readings, pages: sizes.length, unread };
}
