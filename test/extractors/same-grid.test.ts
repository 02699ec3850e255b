import { type BookType, utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../extractors/archive/open-archive.js';
import { readBytes } from '../../extractors/read-bytes.js';
import type { Grid } from '../../src/model/grid.js';
import { docx, p, tbl, tc, tr } from '../support/docx-builder.js';
import { onlyGrid } from '../support/grid-shape.js';
import { buildPdf, type DrawnCell, drawTable, PdfCanvas } from '../support/pdf-builder.js';
import { rowEnd, wordBinary } from '../support/word-binary.js';

const COLUMNS = 4;

/** The same form in every format: a title over all columns, a label over two rows, a value over two columns. */
const CELLS: (DrawnCell & { text: string })[] = [
  { row: 0, column: 0, colSpan: 4, text: '项目支出绩效目标表' },
  { row: 1, column: 0, text: '项目名称' },
  { row: 1, column: 1, colSpan: 3, text: '档案整理费' },
  { row: 2, column: 0, rowSpan: 2, text: '产出指标' },
  { row: 2, column: 1, text: '数量指标' },
  { row: 2, column: 2, text: '整理档案卷数' },
  { row: 2, column: 3, text: '≥1500卷' },
  { row: 3, column: 1, text: '质量指标' },
  { row: 3, column: 2, text: '合格率' },
  { row: 3, column: 3, text: '100%' },
];
const ROWS = 4;
const EXPECTED = CELLS.map(
  (c) => `r${c.row + 1}c${c.column + 1} ${c.rowSpan ?? 1}x${c.colSpan ?? 1} ${c.text}`,
);

const shape = (grid: Grid): string[] =>
  grid.cells.map((c) => `r${c.row}c${c.column} ${c.rowSpan}x${c.colSpan} ${c.text}`);

/** The cells of a row, with the part of a cell from above where one reaches into it. */
const rowOf = (row: number): { cell: DrawnCell & { text: string }; continues: boolean }[] =>
  CELLS.filter((c) => c.row <= row && row < c.row + (c.rowSpan ?? 1))
    .sort((a, b) => a.column - b.column)
    .map((cell) => ({ cell, continues: cell.row < row }));

const rows = Array.from({ length: ROWS }, (_, row) => rowOf(row));
const edge = ({ column, colSpan = 1 }: DrawnCell): number => 1_000 * (column + colSpan);

function word(): Uint8Array {
  const cell = ({ cell: c, continues }: ReturnType<typeof rowOf>[number]): string => {
    const merge = continues ? '<w:vMerge/>' : c.rowSpan ? '<w:vMerge w:val="restart"/>' : '';
    return tc(continues ? '' : c.text, `<w:gridSpan w:val="${c.colSpan ?? 1}"/>${merge}`);
  };
  return docx(
    p('附表') +
      tbl(
        rows.map((row) => tr(row.map(cell))),
        [1000, 1000, 1000, 1000],
      ),
  );
}

function oldWord(): Uint8Array {
  return wordBinary([
    { text: '附表\r' },
    ...rows.flatMap((row) => [
      ...row.map(({ cell, continues }) => ({
        text: `${continues ? '' : cell.text}\x07`,
        sprms: [[0x2416, 1]] as [number, number][],
      })),
      {
        text: '\x07',
        sprms: rowEnd(
          row.map(({ cell, continues }) => [edge(cell), continues ? 0x20 : cell.rowSpan ? 0x60 : 0]),
        ),
      },
    ]),
  ]);
}

function richText(): Uint8Array {
  const escaped = (text: string): string =>
    [...text].map((c) => (c < '\x7f' ? c : `\\u${(c.charCodeAt(0) << 16) >> 16}?`)).join('');
  const body = rows.map((row) => {
    const edges = row.map(
      ({ cell, continues }) =>
        `${continues ? '\\clvmrg' : cell.rowSpan ? '\\clvmgf' : ''}\\cellx${edge(cell)}`,
    );
    const texts = row.map(({ cell, continues }) => `${continues ? '' : escaped(cell.text)}\\cell `);
    return `\\trowd${edges.join('')}\\pard\\intbl ${texts.join('')}\\row`;
  });
  return Buffer.from(`{\\rtf1\\ansi ${escaped('附表')}\\par${body.join('\n')}\\pard\\par}`);
}

function workbook(bookType: BookType): Uint8Array {
  const values = rows.map((row, r) =>
    Array.from(
      { length: COLUMNS },
      (_, c) => row.find(({ cell }) => cell.column === c && cell.row === r)?.cell.text ?? null,
    ),
  );
  const sheet = utils.aoa_to_sheet(values);
  sheet['!merges'] = CELLS.filter((c) => c.rowSpan || c.colSpan).map((c) => ({
    s: { r: c.row, c: c.column },
    e: { r: c.row + (c.rowSpan ?? 1) - 1, c: c.column + (c.colSpan ?? 1) - 1 },
  }));
  return new Uint8Array(write(utils.book_new(sheet, '附表'), { type: 'buffer', bookType }));
}

function html(charset = 'utf-8'): string {
  const body = rows.map((row) =>
    row
      .filter(({ continues }) => !continues)
      .map(
        ({ cell: c }) =>
          `<td rowspan=${c.rowSpan ?? 1} colspan=${c.colSpan ?? 1}>${c.text.replace('≥', '&ge;')}</td>`,
      )
      .join(''),
  );
  return `<html><head><meta charset="${charset}"></head><body><p>附表</p><table>${body.map((row) => `<tr>${row}</tr>`).join('')}</table></body></html>`;
}

/** GBK bytes of the few characters used here, looked up by decoding all two-byte codes. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, [number, number]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Uint8Array.from(
    [...text].flatMap((char) => (char < '\x7f' ? char.charCodeAt(0) : (codes.get(char) ?? 0x3f))),
  );
}

function pdf(): Uint8Array {
  const xs = [50, 170, 290, 410, 530];
  const ys = [100, 120, 140, 160, 180];
  return buildPdf([drawTable(new PdfCanvas(), { xs, ys, cells: CELLS }).page()]);
}

function positioned(): string {
  const divs = CELLS.map((c) => {
    const [left, top] = [40 + 120 * c.column, 100 + 24 * c.row];
    const size = `width:${120 * (c.colSpan ?? 1)}px;height:${24 * (c.rowSpan ?? 1)}px`;
    return `<div style="position:absolute;left:${left}px;top:${top}px;${size};border:1px solid"></div><div style="position:absolute;left:${left + 5}px;top:${top + 5}px;font-size:14px">${c.text}</div>`;
  });
  const notes = ['附表', '金额单位', '万元'].map(
    (text, i) => `<div style="position:absolute;left:40px;top:${20 + 25 * i}px;font-size:14px">${text}</div>`,
  );
  return `<div style="position:relative;width:600px;height:800px">${divs.join('')}${notes.join('')}</div>`;
}

const FORMATS: [string, Uint8Array][] = [
  ['docx', word()],
  ['doc', oldWord()],
  ['rtf', richText()],
  ['xlsx', workbook('xlsx')],
  ['xls', workbook('biff8')],
  ['ods', workbook('ods')],
  ['html', strToU8(html())],
  ['GBK html', gbk(html('gb2312'))],
  ['pdf', pdf()],
  ['html of positioned elements', strToU8(positioned())],
];

describe('the same form gives the same grid', () => {
  test.each(FORMATS)('%s', async (_format, bytes) => {
    const { outcome, blocks } = await readBytes(bytes, { path: 'a' });
    expect(outcome).toBe('ok');
    expect(shape(onlyGrid(blocks))).toEqual(EXPECTED);
  });

  test('each of them in one zip', async () => {
    const zip = zipSync(Object.fromEntries(FORMATS.map(([format, bytes], i) => [`${i} ${format}`, bytes])));
    let members = 0;
    for await (const member of openArchive(zip, 'a.zip')) {
      if (!('bytes' in member)) throw new Error(member.refused.reason);
      const { blocks } = await readBytes(member.bytes, { path: member.path });
      expect(shape(onlyGrid(blocks)), member.path).toEqual(EXPECTED);
      members++;
    }
    expect(members).toBe(FORMATS.length);
  });
});
