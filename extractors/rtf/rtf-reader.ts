import type { Extraction } from '../../src/model/grid.js';
import { sniff } from '../bytes/sniff.js';
import type { Reader } from '../reader.js';
import { tablesOfFlow } from '../tables/flow-tables.js';
import { withoutText } from '../tables/without-text.js';
import { rtfFlow } from './rtf-flow.js';

export const rtfReader: Reader = {
  format: 'rtf',
  title: 'RTF 文档',
  extensions: ['rtf'],
  keeps:
    '表格（由单元格边线还原列，横向、纵向合并，嵌套表格，重复表头行）、段落、标题、列表编号、文本框、脚注；各字体代码页',
  loses: '样式、图片、嵌入对象、页眉页脚、批注',
  recognize: (bytes) => (sniff(bytes) === 'rtf' ? 1 : 0),
  read: async (bytes) => readRtf(bytes),
};

const hasWord = (bytes: Uint8Array, word: string): boolean => Buffer.from(bytes).includes(`{\\${word}`);

function readRtf(bytes: Uint8Array): Extraction {
  const blocks = tablesOfFlow(rtfFlow(bytes));
  return {
    format: 'rtf',
    ...(blocks.length === 0
      ? withoutText({ objects: hasWord(bytes, 'object'), pictures: hasWord(bytes, 'pict') })
      : { outcome: 'ok' }),
    blocks,
    diagnostics: [],
  };
}
