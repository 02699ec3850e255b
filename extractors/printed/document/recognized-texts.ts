import type { LetteredBlock } from '../../../src/model/grid.js';
import type { PageBlocks } from '../layout/page-blocks.js';
import type { PageContent } from '../page/page-content.js';
import { type PrintedBlock, printedBlocks } from './document-blocks.js';
import { type GlyphsOfLines, letteredBlocks, noteGlyphs } from './letters.js';

/** What is known of the letters of recognized pages: they are painted over where they are private, and not recognized again. */
export interface RecognizedTexts {
  glyphs: GlyphsOfLines;
  /** Their numbers. */
  pages: number[];
  /** The texts of each page by itself. */
  texts: LetteredBlock[];
}

/** Notes the texts of a page where it was recognized. */
export function noteRecognized(noted: RecognizedTexts, content: PageContent, page: PageBlocks): void {
  if (!content.glyphs.confidence) return;
  noted.pages.push(page.page);
  noteGlyphs(noted.glyphs, content, page);
  noted.texts.push(...letteredBlocks(printedBlocks([page]), noted.glyphs));
}

/** Those of the joined blocks that stand on recognized pages alone. */
export const joinedTexts = ({ glyphs }: RecognizedTexts, blocks: readonly PrintedBlock[]): LetteredBlock[] =>
  letteredBlocks(
    blocks.filter(({ lines }) =>
      lines()
        .flat()
        .every((line) => glyphs.has(line.glyphs)),
    ),
    glyphs,
  );
