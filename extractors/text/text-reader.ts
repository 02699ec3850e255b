import type { Block, Extraction } from '../../src/model/grid.js';
import { paragraphPlace } from '../../src/model/place.js';
import { decodeText } from '../bytes/charset.js';
import { LIMITS, LimitError, UnreadableError } from '../bytes/limits.js';
import { unmarkedUtf16 } from '../bytes/unmarked-utf16.js';
import type { Reader } from '../reader.js';
import { buildGrid } from '../tables/grid-builder.js';
import { type RebuiltRow, readCellPerLine } from './cell-per-line.js';
import { type Line, linesOf } from './lines.js';
import { readRowPerLine } from './row-per-line.js';
import { spreadHeadings } from './spread-headings.js';
import { spreadTotals } from './spread-totals.js';

/** Text flattened from Word tables, in two dialects told apart by where the TABs stand. */
export const textReader: Reader = {
  format: 'text',
  title: '纯文本（由 Word 表格导出）',
  extensions: ['txt'],
  keeps: '单元格文字、行列次序、段落',
  loses: '合并单元格的范围（合并处为空格或短行；两行的表头可以复原）',
  recognize: (bytes) =>
    isText(bytes) ? (isCellPerLine(linesOf(decodeText(bytes.subarray(0, SAMPLE)).text)) ? 0.9 : 0.1) : 0,
  read: async (bytes) => readText(bytes),
};

const HEAD = 4096;
const SAMPLE = 64 * 1024;

function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD);
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (utf16 || unmarkedUtf16(head)) return true;
  return !head.some(
    (byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d,
  );
}

function readText(bytes: Uint8Array): Extraction {
  const { text, diagnostics } = decodeText(bytes);
  const lines = linesOf(text);
  if (lines.every((line) => line.text.trim() === '')) throw new UnreadableError('empty', '文件中没有文字');
  if (!isWriting(text)) throw new UnreadableError('corrupt', '内容不是文字：没有汉字，只有一长串连着的字符');
  const rows = isCellPerLine(lines) ? readCellPerLine(lines) : readRowPerLine(lines);
  return { format: 'text', outcome: 'ok', blocks: blocksOf(rows), diagnostics };
}

/** Characters without a blank between them: longer than any word or address. */
const LONGEST_RUN = 10_000;

/** Filler and data that happen to consist of printable characters are no text, whatever the file is called. */
function isWriting(text: string): boolean {
  if (/\p{Script=Han}/u.test(text)) return true;
  let run = 0;
  for (let at = 0; at < text.length && run <= LONGEST_RUN; at++) {
    run = text.charCodeAt(at) <= 0x20 ? 0 : run + 1;
  }
  return run <= LONGEST_RUN;
}

/** Cell-per-line text has its TABs at the beginning of lines; row-per-line text has them between cells. */
function isCellPerLine(lines: readonly Line[]): boolean {
  let leading = 0;
  let between = 0;
  for (const { text } of lines) {
    if (/^\t[^\t]*$/.test(text)) leading++;
    else if (/[^\t]\t|\t\t/.test(text)) between++;
  }
  return leading > between;
}

function blocksOf(rows: readonly RebuiltRow[]): Block[] {
  const blocks: Block[] = [];
  let pending: string[][] = [];
  let tables = 0;
  let paragraphs = 0;
  const flush = () => {
    if (pending.length === 0) return;
    tables++;
    const sources = spreadTotals(spreadHeadings(pending.map((cells) => cells.map(tidy))));
    const grid = buildGrid(sources, { table: tables, certainty: 'flattened', ragged: true });
    if (grid.rows * grid.columns > LIMITS.gridSlots) throw new LimitError(`表格超过 ${LIMITS.gridSlots} 格`);
    blocks.push(grid);
    pending = [];
  };
  for (const row of rows) {
    if (row.kind === 'paragraph') {
      flush();
      const text = tidy(row.text);
      if (text) blocks.push({ kind: 'paragraph', text, place: paragraphPlace(++paragraphs) });
      continue;
    }
    if (beginsTable(row.cells, pending)) flush();
    pending.push(row.cells);
  }
  flush();
  return blocks;
}

/** 附表N, or a title row that follows anything else than 附表N, begins a table of its own. */
function beginsTable(cells: readonly string[], pending: readonly string[][]): boolean {
  if (isAttachmentMark(cells)) return true;
  return isTitle(cells) && pending.length > 0 && !isAttachmentMark(pending.at(-1) ?? []);
}

const isAttachmentMark = (cells: readonly string[]): boolean =>
  /^附[表件][\d一二三四五六七八九十]*([-－—]\d+)?$/.test((cells[0] ?? '').replace(/\s/g, '')) &&
  cells.slice(1).every((cell) => cell.trim() === '');

const isTitle = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const only = (filled[0] ?? '').replace(/\s/g, '');
  return filled.length === 1 && only.length <= 50 && /表(（.*）|\(.*\))?$/.test(only);
};

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/(?<![ \t\u00a0\u3000])[ \t\u00a0\u3000]+$/, ''))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .replace(/^[ \u00a0\u3000]+/, '');
