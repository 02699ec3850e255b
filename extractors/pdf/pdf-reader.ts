import type { Block, Extraction } from '../../src/model/grid.js';
import { printedBlocks } from '../printed/document/document-blocks.js';
import {
  likelyLayouts,
  pagesInColumns,
  slantedTexts,
  textsInColumns,
  unseenTexts,
} from '../printed/document/page-problems.js';
import type { Reader, ReadOptions } from '../reader.js';
import { withDocument } from './content/with-document.js';
import { joinPages, readPages } from './read-pages.js';

const MAGIC = '%PDF-';
/** Readers accept a PDF that starts a little later. */
const MAGIC_WITHIN = 1024;

/** PDF files: tables by their rulings, paragraphs around them, tables joined over pages. */
export const pdfReader: Reader = {
  format: 'pdf',
  title: 'PDF',
  extensions: ['.pdf'],
  keeps: '表格线、合并单元格、格中的小表、跨页表格、段落、每格的页码和位置',
  loses: '图片中的文字、批注和表单域',
  recognize(bytes) {
    const at = new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC_WITHIN)).indexOf(MAGIC);
    if (at === 0) return 1;
    return at > 0 ? 0.8 : 0;
  },
  read: readPdf,
};

async function readPdf(bytes: Uint8Array, { progress }: ReadOptions): Promise<Extraction> {
  return withDocument(bytes, async (document) => {
    const { pages, sizes, unread, diagnostics } = await readPages(document, { progress });
    joinPages(pages);
    const blocks = printedBlocks(pages).map(({ block }) => block);
    return {
      format: 'pdf',
      ...outcomeOf(blocks, unread, document.pages),
      ...(document.title ? { title: document.title } : {}),
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
  });
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
