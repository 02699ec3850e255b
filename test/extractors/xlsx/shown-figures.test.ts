import { type BookType, CFB } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { biffRecords } from '../../../extractors/xlsx/biff-records.js';
import { bookOf, firstGridOf, saveBook } from '../../support/book-of-rows.js';
import { workbookOf } from '../../support/workbook.js';

describe.each<BookType>(['xlsx', 'biff8', 'xlsb', 'xlml'])('figures in %s', (bookType) => {
  test('are shown rounded as Excel does, with the exact value behind them', async () => {
    const rows = [
      [
        { t: 'n', v: 2521.165, z: '#,##0.00' },
        { t: 'n', v: -1.005, z: '0.00' },
        { t: 'n', v: 12.345678, z: '0.0' },
        { t: 'n', v: 12345678901.5 },
        { t: 'n', v: 0.285, z: '0%' },
        { t: 'n', v: 45000, z: 'yyyy"年"m"月"d"日"' },
      ],
    ];
    const { cells } = await firstGridOf(saveBook(bookOf(rows), bookType));
    expect(cells.map(({ text, exact }) => [text, exact])).toEqual([
      ['2,521.17', '2521.165'],
      ['-1.01', '-1.005'],
      ['12.3', '12.345678'],
      ['12345678902', '12345678901.5'],
      ['29%', undefined],
      ['2023年3月15日', undefined],
    ]);
  });
});

test('in an OpenDocument sheet the saved text is what is shown', async () => {
  const parts = unzipSync(saveBook(bookOf([[12.345678, 0.285, 7, 400]]), 'ods'));
  const xml = new TextDecoder()
    .decode(parts['content.xml'])
    .replace('<text:p>12.345678</text:p>', '<text:p>12.3</text:p>')
    .replace('<text:p>0.285</text:p>', '<text:p>29%</text:p>')
    .replace('<text:p>400</text:p>', '<text:p>0.0</text:p>');
  const { cells } = await firstGridOf(zipSync({ ...parts, 'content.xml': strToU8(xml) }));
  expect(cells.map(({ text, exact }) => [text, exact])).toEqual([
    ['12.3', '12.345678'],
    ['29%', undefined],
    ['7', undefined],
    ['0.0', undefined],
  ]);
});

test('built-in formats that the file does not declare are the Chinese ones', async () => {
  const ids = [31, 57, 58, 32, 34, 14, 22, 43];
  const cell = (i: number): string => `<c r="${'ABCDEFGH'[i]}1" s="${i}"><v>45000.75</v></c>`;
  const bytes = workbookOf(
    `<sheetData><row r="1">${ids.map((_, i) => cell(i)).join('')}</row></sheetData>`,
    `<cellXfs count="${ids.length}">${ids.map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')}</cellXfs>`,
  );
  expect((await firstGridOf(bytes)).cells.map(({ text }) => text)).toEqual([
    '2023年3月15日',
    '2023年3月',
    '3月15日',
    '18时00分',
    '下午6时00分',
    '2023/3/15',
    '2023/3/15 18:00',
    '45,000.75',
  ]);
});

test('a format declared under a built-in id is the declared one', async () => {
  const bytes = workbookOf(
    '<sheetData><row r="1"><c r="A1" s="0"><v>45000</v></c><c r="B1" s="1"><v>45000</v></c></row></sheetData>',
    '<numFmts count="1"><numFmt numFmtId="57" formatCode="yyyy.mm"/></numFmts><cellXfs count="2"><xf numFmtId="57"/><xf numFmtId="58"/></cellXfs>',
  );
  expect((await firstGridOf(bytes)).cells.map(({ text }) => text)).toEqual(['2023.03', '3月15日']);
});

test('in an .xls they are too', async () => {
  const file = CFB.read(saveBook(bookOf([[{ t: 'n', v: 45000, z: 'yyyy-mm' }, '尾']]), 'biff8'), {
    type: 'array',
  });
  const stream = Buffer.from(CFB.find(file, '/Workbook')?.content as Uint8Array);
  const used = [...biffRecords(stream)].filter(({ type }) => type === 0xe0);
  for (const { start } of used) if (stream.readUInt16LE(start + 2) > 0) stream.writeUInt16LE(31, start + 2);
  CFB.utils.cfb_add(file, '/Workbook', stream);
  const bytes = new Uint8Array(CFB.write(file, { type: 'array' }) as ArrayLike<number>);
  expect((await firstGridOf(bytes)).cells.map(({ text }) => text)).toEqual(['2023年3月15日', '尾']);
});

test('days of a workbook may be counted from 1904', async () => {
  for (const bookType of ['xlsx', 'biff8', 'xlml'] as const) {
    const workbook = bookOf([[{ t: 'n', v: 43_538, z: 'yyyy年m月d日' }]]);
    workbook.Workbook = { WBProps: { date1904: true } };
    expect((await firstGridOf(saveBook(workbook, bookType))).cells[0]?.text).toBe('2023年3月15日');
  }
});
