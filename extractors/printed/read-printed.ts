import type { Block, Extraction, PictureFate } from '../../src/model/grid.js';
import { printedBlocks } from './document/document-blocks.js';
import {
  likelyLayouts,
  pagesInColumns,
  slantedTexts,
  textsInColumns,
  unseenTexts,
} from './document/page-problems.js';
import { joinPages, type PageContents, type PageReading, readPages } from './document/read-pages.js';
import { joinedTexts, noteRecognized, type RecognizedTexts } from './document/recognized-texts.js';

/**
 * Reads printed pages, whatever file they come from: tables by their rulings, backgrounds or columns of text, joined over
 * pages, and the paragraphs around them.
 * @throws UnreadableError where no page can be loaded, and what the making of the pages throws
 */
export async function readPrinted(
  contents: PageContents,
  reading: PageReading,
): Promise<Omit<Extraction, 'format'>> {
  const noted: RecognizedTexts = { glyphs: new Map(), pages: [], texts: [] };
  const { pages, sizes, turned, unread, pictures, diagnostics } = await readPages(
    contents,
    reading,
    (content, page) => noteRecognized(noted, content, page),
  );
  joinPages(pages);
  const printed = printedBlocks(pages);
  const blocks = printed.map(({ block }) => block);
  return {
    ...outcomeOf(blocks, unread, sizes.length),
    blocks,
    pages: sizes,
    ...(pictures.size > 0 ? { pictures: leastOf([...pictures.values()]) } : {}),
    ...(noted.pages.length > 0
      ? {
          recognized: {
            pages: noted.pages,
            turned,
            texts: [...noted.texts, ...joinedTexts(noted, printed)],
          },
        }
      : {}),
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

const FATES = ['left', 'layer', 'read'] as const satisfies readonly PictureFate[];

const leastOf = (fates: readonly PictureFate[]): PictureFate =>
  FATES.find((fate) => fates.includes(fate)) ?? 'left';

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
