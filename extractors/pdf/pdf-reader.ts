import type { Extraction } from '../../src/model/grid.js';
import type { Reader, ReadOptions } from '../reader.js';
import { documentBlocks, numberTables } from './document-blocks.js';
import { markFurniture } from './furniture.js';
import { joinTables } from './join-tables.js';
import { type PageBlocks, readPageBlocks } from './page-blocks.js';
import { openDocument } from './pdf-document.js';
import { pdfium } from './pdfium.js';

const MAGIC = '%PDF-';
/** Readers accept a PDF that starts a little later. */
const MAGIC_WITHIN = 1024;

/** PDF files: tables by their rulings, paragraphs around them, tables joined over pages. */
export const pdfReader: Reader = {
  format: 'pdf',
  title: 'PDF',
  extensions: ['.pdf'],
  keeps: '表格线、合并单元格、跨页表格、段落、每格的页码和位置',
  loses: '图片中的文字、批注和表单域',
  recognize(bytes) {
    const at = new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC_WITHIN)).indexOf(MAGIC);
    if (at === 0) return 1;
    return at > 0 ? 0.8 : 0;
  },
  read: readPdf,
};

async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<Extraction> {
  const document = openDocument(await pdfium(), bytes);
  try {
    const pages: PageBlocks[] = [];
    for (let number = 1; number <= document.pages; number++) {
      const content = document.page(number);
      if (content) pages.push(readPageBlocks(content));
      options.progress?.(number, document.pages);
    }
    markFurniture(pages);
    numberTables(pages);
    joinTables(pages);
    return {
      format: 'pdf',
      outcome: 'ok',
      ...(document.title ? { title: document.title } : {}),
      blocks: documentBlocks(pages),
      diagnostics: [],
    };
  } finally {
    document.close();
  }
}
