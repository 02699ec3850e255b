import type { Extraction } from '../../src/model/grid.js';
import { decodeText } from '../bytes/charset.js';
import { UnreadableError } from '../bytes/limits.js';
import { refuseOwnList } from '../bytes/own-output.js';
import type { Reader } from '../reader.js';
import { buildGrid } from '../tables/grid-builder.js';
import { delimiterOfText, readRecords } from './read-records.js';

export const csvReader: Reader = {
  format: 'csv',
  title: 'CSV、制表符分隔文本',
  extensions: ['csv', 'tsv', 'tab'],
  keeps: '单元格文字、行列次序',
  loses: '合并单元格的范围（合并处为空格）、数字格式',
  recognize: (bytes) => (delimiterOfText(decodeText(bytes.subarray(0, HEAD)).text) === undefined ? 0 : 0.5),
  read: async (bytes) => readCsv(bytes),
};

/** Enough bytes for the text that tells the delimiter, in any encoding. */
const HEAD = 256 * 1024;

function readCsv(bytes: Uint8Array): Extraction {
  const { text, diagnostics } = decodeText(bytes);
  const { records, unpaired } = readRecords(text);
  refuseOwnList(records[0] ?? []);
  const rows = records.map((record) => record.map((field) => ({ text: shownField(field) })));
  const grid = buildGrid(rows, { table: 1, certainty: 'flattened' });
  if (grid.cells.every((cell) => cell.text === '')) throw new UnreadableError('empty', '文件中没有文字');
  if (unpaired) diagnostics.push({ code: 'quotes-unpaired', message: '引号不成对，按普通字符读入' });
  return { format: 'csv', outcome: 'ok', blocks: [grid], diagnostics };
}

/** `="007"` is how writers keep Excel from reading a code as a number. */
function shownField(field: string): string {
  const text = /^="(.*)"$/s.exec(field)?.[1] ?? field;
  return text.trim() === '' ? '' : text.replace(/\r\n?/g, '\n');
}
