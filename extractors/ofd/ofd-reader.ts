import { sniff } from '../bytes/sniff.js';
import { zipKind } from '../bytes/zip-kind.js';
import { readPrinted } from '../printed/read-printed.js';
import type { Reader } from '../reader.js';
import { openOfd } from './ofd-document.js';
import { openPackage } from './ofd-package.js';
import { annotationsLeftOut, pageContents } from './page-contents.js';
import { ofdRecognition } from './page-recognition.js';

/** OFD, the page format of the state (GB/T 33190-2016): tables and paragraphs as of every printed page. */
export const ofdReader: Reader = {
  format: 'ofd',
  title: 'OFD',
  extensions: ['.ofd'],
  keeps: '表格线、合并单元格、跨页表格、段落、模板页、每格的页码和位置',
  loses: '批注、水印和图章、附件',
  recognize: (bytes) => (sniff(bytes) === 'zip' && zipKind(bytes) === 'ofd' ? 1 : 0),
  async read(bytes, { progress, recognition }) {
    const ofd = openPackage(bytes);
    const { title, pages } = openOfd(ofd);
    const printed = await readPrinted(pageContents(ofd, pages), {
      count: pages.length,
      progress,
      ...(recognition ? { recognition: ofdRecognition(ofd, recognition) } : {}),
    });
    return {
      format: 'ofd',
      ...(title === '' ? {} : { title }),
      ...printed,
      diagnostics: [...ofd.diagnostics, ...printed.diagnostics, ...annotationsLeftOut(pages)],
    };
  },
};
