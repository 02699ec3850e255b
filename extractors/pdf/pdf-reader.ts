import { readPrinted } from '../printed/read-printed.js';
import type { Reader } from '../reader.js';
import { pageContents } from './content/page-contents.js';
import { pdfRecognition } from './content/page-recognition.js';
import { withDocument } from './content/with-document.js';

const MAGIC = '%PDF-';
/** Readers accept a PDF that starts a little later. */
const MAGIC_WITHIN = 1024;

/** PDF files: tables by their rulings, paragraphs around them, tables joined over pages. */
export const pdfReader: Reader = {
  format: 'pdf',
  title: 'PDF',
  extensions: ['.pdf'],
  keeps: '表格线、合并单元格、格中的小表、跨页表格、段落、每格的页码和位置',
  loses: '批注和表单域；没有文字的页面要装有文字识别才能读，会有认错的字',
  recognize(bytes) {
    const at = new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC_WITHIN)).indexOf(MAGIC);
    if (at === 0) return 1;
    return at > 0 ? 0.8 : 0;
  },
  read: (bytes, { progress, recognition }) =>
    withDocument(bytes, async (document) => ({
      format: 'pdf',
      ...(document.title ? { title: document.title } : {}),
      ...(await readPrinted(pageContents(document), {
        count: document.pages,
        progress,
        ...(recognition ? { recognition: pdfRecognition(document, recognition) } : {}),
      })),
    })),
};
