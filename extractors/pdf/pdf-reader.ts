import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Block, Extraction } from '../../src/model/grid.js';
import { UnreadableError } from '../limits.js';
import type { Reader, ReadOptions } from '../reader.js';
import { openDocument, type PdfDocument } from './content/pdf-document.js';
import { breakdownOf, pdfium, releasePdfium } from './content/pdfium.js';
import { documentBlocks, numberTables } from './document/document-blocks.js';
import { markFurniture } from './document/furniture.js';
import { joinTables } from './document/join-tables.js';
import { pageProblems, UNLOADABLE, unseenTexts } from './document/page-problems.js';
import { type PageBlocks, readPageBlocks, releaseFrames } from './layout/page-blocks.js';

const MAGIC = '%PDF-';
/** Readers accept a PDF that starts a little later. */
const MAGIC_WITHIN = 1024;

/** PDF files: tables by their rulings, paragraphs around them, tables joined over pages. */
export const pdfReader: Reader = {
  format: 'pdf',
  title: 'PDF',
  extensions: ['.pdf'],
  keeps: '表格线、合并单元格、跨页表格、段落、每格的页码和位置',
  loses: '图片中的文字、批注和表单域；格中的小表并入外层格的文字',
  recognize(bytes) {
    const at = new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC_WITHIN)).indexOf(MAGIC);
    if (at === 0) return 1;
    return at > 0 ? 0.8 : 0;
  },
  read: readPdf,
};

async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<Extraction> {
  const engine = await pdfium();
  let document: PdfDocument | undefined;
  let breakdown: Error | null = null;
  try {
    document = openDocument(engine, bytes);
    return await readDocument(document, options);
  } catch (error) {
    breakdown = breakdownOf(engine, error);
    throw breakdown ?? error;
  } finally {
    if (!breakdown) document?.close();
    releasePdfium(engine, breakdown !== null);
  }
}

async function readDocument(document: PdfDocument, { progress }: ReadOptions): Promise<Extraction> {
  const pages: PageBlocks[] = [];
  const diagnostics: Diagnostic[] = [];
  const unread: number[] = [];
  for (let page = 1; page <= document.pages; page++) {
    const content = document.page(page);
    const problems = content ? pageProblems(content) : [UNLOADABLE];
    diagnostics.push(...problems.map(({ code, message }) => ({ code, message: `第 ${page} 页${message}` })));
    if (!content || problems.some(({ fatal }) => fatal)) unread.push(page);
    else pages.push(readPageBlocks(content));
    if (progress) {
      progress(page, document.pages);
      await setImmediate();
    }
  }
  if (diagnostics.filter(({ code }) => code === UNLOADABLE.code).length === document.pages) {
    throw new UnreadableError('corrupt', 'PDF 的页面都无法载入');
  }
  markFurniture(pages);
  numberTables(pages);
  joinTables(pages);
  releaseFrames(pages);
  const blocks = documentBlocks(pages);
  return {
    format: 'pdf',
    ...outcomeOf(blocks, unread, document.pages),
    ...(document.title ? { title: document.title } : {}),
    blocks,
    diagnostics: [...diagnostics, ...unseenTexts(pages)],
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
