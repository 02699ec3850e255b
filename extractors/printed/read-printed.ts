import type { Block, Extraction } from '../../src/model/grid.js';
import { printedBlocks } from './document/document-blocks.js';
import {
  likelyLayouts,
  pagesInColumns,
  slantedTexts,
  textsInColumns,
  unseenTexts,
} from './document/page-problems.js';
import { joinPages, type PageContents, type PageReading, readPages } from './document/read-pages.js';

/**
 * Reads printed pages, whatever file they come from: tables by their rulings, backgrounds or columns of text, joined over
 * pages, and the paragraphs around them.
 * @throws UnreadableError where no page can be loaded, and what the making of the pages throws
 */
export async function readPrinted(
  contents: PageContents,
  reading: PageReading,
): Promise<Omit<Extraction, 'format'>> {
  const { pages, sizes, unread, diagnostics } = await readPages(contents, reading);
  joinPages(pages);
  const blocks = printedBlocks(pages).map(({ block }) => block);
  return {
    ...outcomeOf(blocks, unread, sizes.length),
    blocks,
    pages: sizes,
    diagnostics: [
      ...diagnostics,
      ...unseenTexts(pages),
      ...textsInColumns(pages),
      ...likelyLayouts(pages),
      ...pagesInColumns(pages),
      ...slantedTexts(pages),
    ],
  };
}

/** Pages that hold nothing to read by the machine make a document `partial`, or `needs-ocr` where nothing else is there. */
function outcomeOf(
  blocks: readonly Block[],
  unread: readonly number[],
  pages: number,
): Pick<Extraction, 'outcome' | 'reason'> {
  const filled = blocks.some((block) => block.kind === 'grid' || !block.furniture);
  if (unread.length === 0) return filled ? { outcome: 'ok' } : { outcome: 'empty', reason: '没有文字' };
  if (!filled) return { outcome: 'needs-ocr', reason: `全部 ${unread.length} 页都没有可读的文字` };
  return {
    outcome: 'partial',
    reason: `${pages} 页中有 ${unread.length} 页读不出：第 ${unread.join('、')} 页`,
  };
}
