import { UnreadableError } from '../bytes/limits.js';
import { printedBlocks } from '../printed/document/document-blocks.js';
import { type GlyphsOfLines, type LetteredBlock, letteredBlocks } from '../printed/document/letters.js';
import { placedCells } from '../printed/document/table-place.js';
import type { PageBlocks } from '../printed/layout/page-blocks.js';
import type { Box } from '../printed/page/page-space.js';
import type { ReadOptions } from '../reader.js';
import type { PagePicture } from './content/draw-page.js';
import { preparePdfium } from './content/pdfium.js';
import { installSubstituteFont, type SubstituteFont } from './content/substitute-font.js';
import { withDocument } from './content/with-document.js';
import { joinPages, readPages } from './read-pages.js';

export interface PdfLetters {
  /** The texts of each page by itself, and those of the whole document, where tables and paragraphs go on over pages. */
  readings: LetteredBlock[][];
  /** Number of pages. */
  pages: number;
  /** Pages nothing was read from. */
  unread: number[];
}

/** Every text of a PDF with the place of each letter. @throws UnreadableError, LimitError */
export const readPdfLetters = (bytes: Uint8Array, progress?: ReadOptions['progress']): Promise<PdfLetters> =>
  withDocument(bytes, async (document) => {
    const glyphsOfLines: GlyphsOfLines = new Map();
    const readings: LetteredBlock[][] = [];
    const { pages, unread } = await readPages(document, {
      progress,
      see: ({ glyphs }, page) => {
        for (const { glyphs: own } of linesOf(page)) glyphsOfLines.set(own, { page: page.page, glyphs });
        readings.push(letteredBlocks(printedBlocks([page]), glyphsOfLines));
      },
    });
    joinPages(pages);
    readings.push(letteredBlocks(printedBlocks(pages), glyphsOfLines));
    return { readings, pages: document.pages, unread };
  });

let lacksFont = false;

/** From now on Chinese whose font is not embedded is drawn with this one; null: there is none. */
export const setSubstituteFont = (font: SubstituteFont | null): void =>
  preparePdfium((engine) =>
    installSubstituteFont(engine, font, () => {
      lacksFont = true;
    }),
  );

/**
 * Draws a page, painted over where told; null where there is no such page.
 * @throws UnreadableError, LimitError; UnreadableError too where characters would be missing for want of a font
 */
export const drawPdfPage = (
  bytes: Uint8Array,
  page: number,
  covers: readonly Box[],
): Promise<PagePicture | null> =>
  withDocument(bytes, async (document) => {
    lacksFont = false;
    const picture = document.draw(page, covers);
    if (lacksFont) {
      throw new UnreadableError(
        'unsupported',
        '这一页的中文字体没有嵌入文件，本机也没有中文字体，画出来会缺字',
      );
    }
    return picture;
  });

const linesOf = ({ blocks }: PageBlocks) =>
  blocks.flatMap((block) =>
    block.kind === 'line' ? [block.line] : placedCells(block.table).flatMap(({ cell }) => cell.lines),
  );
