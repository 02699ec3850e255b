import { type BookType, utils, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../extractors/bytes/limits.js';
import { xlsxReader } from '../../../extractors/xlsx/xlsx-reader.js';
import { type Grid, isGrid } from '../../../src/model/grid.js';
import { bookOf, firstGridOf, readWorkbook, saveBook } from '../../support/book-of-rows.js';
import { IS_THOROUGH } from '../../support/thorough.js';
import { textCell, workbookOf } from '../../support/workbook.js';

const shape = (grid: Grid): string[] =>
  grid.cells.map(
    (c) => `${c.place}${c.rowSpan * c.colSpan > 1 ? ` ${c.rowSpan}x${c.colSpan}` : ''} ${c.text}`,
  );

describe.each<BookType>(['xlsx', 'biff8', 'xlsb', 'ods', 'xlml'])('%s', (bookType) => {
  test('merges, addresses and numbers', async () => {
    const workbook = bookOf(
      [[], [null, '项目汇总表', null], [null, '项目', '金额'], [null, '宣传费', 12.5]],
      (b) => {
        const sheet = b.Sheets.汇总表;
        if (sheet) sheet['!merges'] = [{ s: { r: 1, c: 1 }, e: { r: 1, c: 2 } }];
      },
    );
    const bytes = saveBook(workbook, bookType);
    expect(xlsxReader.recognize(bytes)).toBe(1);
    const grid = await firstGridOf(bytes);
    expect(shape(grid)).toEqual([
      '汇总表!B2 1x2 项目汇总表',
      '汇总表!B3 项目',
      '汇总表!C3 金额',
      '汇总表!B4 宣传费',
      '汇总表!C4 12.5',
    ]);
    expect(grid).toMatchObject({ sheet: '汇总表', rows: 3, columns: 2, certainty: 'ruled' });
  });
});

test('shown text and the raw value behind it', async () => {
  const rows = [
    [
      { t: 'n', v: 1234.5, z: '_ * #,##0.00_ ' },
      { t: 'n', v: 0.85, z: '0%' },
      { t: 'n', v: 45000, z: 'm/d/yy' },
    ],
  ];
  const long = [{ t: 'n', v: 430204001002 }, true, '两\r\n行 '];
  const { cells } = await firstGridOf(saveBook(bookOf([...rows, long])));
  expect(cells.map((c) => [c.text, c.raw])).toEqual([
    ['1,234.50', 1234.5],
    ['85%', 0.85],
    ['2023/3/15', 45000],
    ['430204001002', undefined],
    ['TRUE', true],
    ['两\n行', undefined],
  ]);
});

test('hidden sheets, rows and columns stand apart from what is shown, and are counted', async () => {
  const workbook = bookOf(
    [
      ['甲', '乙', '丙'],
      ['旧甲', '旧乙', '旧丙'],
      ['丁', '戊', '己'],
    ],
    (b) => {
      const sheet = b.Sheets.汇总表;
      if (sheet) Object.assign(sheet, { '!rows': [{}, { hidden: true }], '!cols': [{}, { hidden: true }] });
      utils.book_append_sheet(b, utils.aoa_to_sheet([['旧数']]), '底稿');
      b.Workbook = { Sheets: [{}, { Hidden: 1 }] };
    },
  );
  const { blocks, diagnostics } = await readWorkbook(saveBook(workbook));
  expect(
    blocks.filter(isGrid).map((grid) => [grid.sheet, grid.hidden ?? false, grid.rows, grid.columns]),
  ).toEqual([
    ['汇总表', false, 2, 2],
    ['汇总表', true, 3, 3],
    ['底稿', true, 1, 1],
  ]);
  const texts = blocks.filter(isGrid).map(({ cells }) => cells.map(({ text }) => text).filter((t) => t));
  expect(texts).toEqual([['甲', '丙', '丁', '己'], ['乙', '旧甲', '旧乙', '旧丙', '戊'], ['旧数']]);
  expect(diagnostics).toEqual([
    { code: 'hidden-set-aside', message: '工作表“汇总表”的隐藏行、列中有 5 格，不作数据读入' },
    { code: 'hidden-set-aside', message: '隐藏的工作表“底稿”（1 格）不作数据读入' },
  ]);
});

test('a merged cell whose first row is hidden is shown in the rest of its range', async () => {
  const workbook = bookOf(
    [
      ['产出指标', '旧'],
      [null, '新'],
      [null, '次'],
    ],
    (b) => {
      const sheet = b.Sheets.汇总表;
      if (!sheet) return;
      sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 2, c: 0 } }];
      sheet['!rows'] = [{ hidden: true }];
    },
  );
  expect(shape(await firstGridOf(saveBook(workbook)))).toEqual([
    '汇总表!A2 2x1 产出指标',
    '汇总表!B2 新',
    '汇总表!B3 次',
  ]);
});

test('a formula saved without its result is the formula, not 0', async () => {
  const sheet = (value: string) =>
    workbookOf(
      `<sheetData><row r="1">${textCell('A1', '合计')}<c r="B1"><f>SUM(B2:B9)</f>${value}</c></row></sheetData>`,
    );
  for (const value of ['', '<v></v>', '<v/>']) {
    const { blocks, diagnostics } = await readWorkbook(sheet(value));
    expect(blocks.filter(isGrid)[0]?.cells[1]).toMatchObject({ text: '=SUM(B2:B9)', flags: ['no-result'] });
    expect(diagnostics).toMatchObject([{ code: 'formula-without-result', place: '表1!B1' }]);
  }
  const array = workbookOf(
    '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:B1">C1:D1</f></c><c r="B1"/></row></sheetData>',
  );
  expect((await firstGridOf(array)).cells.map(({ text }) => text)).toEqual(['=C1:D1', '=A1:B1']);
  const { blocks, diagnostics } = await readWorkbook(sheet('<v>0</v>'));
  expect(blocks.filter(isGrid)[0]?.cells[1]?.text).toBe('0');
  expect(diagnostics).toEqual([]);
});

test('a sheet that ends at XFD1048576 is read at once', async () => {
  const grid = await firstGridOf(
    workbookOf(
      `<dimension ref="A1:XFD1048576"/><sheetData><row r="1">${textCell('A1', '项目')}${textCell('B1', '金额')}</row><row r="1048576">${textCell('XFD1048576', '注')}</row></sheetData><mergeCells><mergeCell ref="C1:XFD1"/><mergeCell ref="A2:XFD1048575"/></mergeCells>`,
    ),
  );
  expect(grid.rows * grid.columns).toBeLessThan(20);
  expect(grid.cells.filter((c) => c.text).map((c) => c.place)).toEqual([
    '表1!A1',
    '表1!B1',
    '表1!XFD1048576',
  ]);
});

test('values under a merge are reported, not mixed in', async () => {
  const extraction = await readWorkbook(
    workbookOf(
      `<sheetData><row r="1">${textCell('A1', '合计')}${textCell('B1', '盖住')}</row><row r="2">${textCell('A2', '1')}${textCell('B2', '2')}</row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`,
    ),
  );
  expect(shape(extraction.blocks.filter(isGrid)[0] as Grid)).toEqual([
    '表1!A1 1x2 合计',
    '表1!A2 1',
    '表1!B2 2',
  ]);
  expect(extraction.diagnostics).toMatchObject([{ code: 'covered-cell-has-value', place: '表1!B1' }]);
});

test('overlapping merges keep the first', async () => {
  const grid = await firstGridOf(
    workbookOf(
      `<sheetData><row r="1">${textCell('A1', '一')}${textCell('C1', '二')}</row><row r="2">${textCell('A2', '三')}${textCell('C2', '四')}</row></sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:C2"/></mergeCells>`,
    ),
  );
  expect(shape(grid)).toEqual(['表1!A1 1x2 一', '表1!C1 二', '表1!A2 三', '表1!B2 ', '表1!C2 四']);
});

test('text boxes are read after the sheets', async () => {
  const parts = unzipSync(workbookOf(`<sheetData><row r="1">${textCell('A1', '1')}</row></sheetData>`));
  const drawing =
    '<xdr:wsDr><a:p><a:r><a:t>单位：</a:t></a:r><a:r><a:t>万元 &lt;5</a:t></a:r></a:p><a:p/></xdr:wsDr>';
  const { blocks } = await readWorkbook(zipSync({ ...parts, 'xl/drawings/drawing1.xml': strToU8(drawing) }));
  expect(blocks.at(-1)).toMatchObject({ kind: 'paragraph', text: '单位：万元 <5' });
});

test('a workbook that holds only objects is partial', async () => {
  const parts = unzipSync(workbookOf('<sheetData/>'));
  expect(
    await readWorkbook(zipSync({ ...parts, 'xl/embeddings/oleObject1.bin': strToU8('x') })),
  ).toMatchObject({
    outcome: 'partial',
    diagnostics: [{ code: 'object-not-read' }],
  });
});

test.each([
  ['0.00;[Red]0.00', '5.00', true],
  ['#,##0.00;[红色]#,##0.00', '5.00', true],
  ['0;[Blue]0"万元"', '5万元', true],
  ['G/通用格式;[Red]G/通用格式', '5', true],
  ['0.00;[Red]-0.00', '-5.00', false],
  ['0.00_);[Red](0.00)', '(5.00)', false],
  ['0.00;[Red]△0.00', '△5.00', false],
  ['0%;[Red]0%', '500%', false],
])(
  'a negative number shown without its sign keeps it behind the text, and is told: %s',
  async (z, text, told) => {
    const bytes = saveBook(bookOf([['金额', { t: 'n', v: -5, z }]]));
    const { blocks, diagnostics } = await readWorkbook(bytes);
    const cell = blocks.filter(isGrid)[0]?.cells[1];
    expect([cell?.text, cell?.exact]).toEqual([text, told ? '-5' : undefined]);
    expect(diagnostics.map(({ code, place }) => `${code} ${place}`)).toEqual(
      told ? ['sign-not-shown 汇总表!B1'] : [],
    );
  },
);

test.runIf(IS_THOROUGH)('a workbook whose XML unpacks to more than it may is a limit', async () => {
  const sheet = new Uint8Array(LIMITS.workbookXml + 1).fill(0x20);
  sheet.set(strToU8('<worksheet>'));
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const workbook = (sheets: readonly Uint8Array[]): Uint8Array => {
    const each = (write: (n: number) => string): string => sheets.map((_, n) => write(n + 1)).join('');
    return zipSync({
      'xl/workbook.xml': strToU8(
        `<workbook xmlns:r="${office}"><sheets>${each((n) => `<sheet name="表${n}" sheetId="${n}" r:id="r${n}"/>`)}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships>${each((n) => `<Relationship Id="r${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
      ),
      ...Object.fromEntries(sheets.map((bytes, n) => [`xl/worksheets/sheet${n + 1}.xml`, bytes])),
    });
  };
  await expect(readWorkbook(workbook([sheet]))).rejects.toMatchObject({ name: 'LimitError' });
  const half = sheet.subarray(0, sheet.length / 2 + 1);
  await expect(readWorkbook(workbook([half, half]))).rejects.toThrow('工作簿的 XML');
});

test('a workbook without text is empty', async () => {
  expect(await readWorkbook(saveBook(bookOf([[]])))).toMatchObject({ outcome: 'empty' });
});

test('a bomb ends as a limit', async () => {
  const part = strToU8('<a/>'.repeat(5_000_000));
  const bomb = zipSync({ 'xl/workbook.xml': part });
  await expect(readWorkbook(bomb)).rejects.toThrow('XML 元素');
});

test('of a workbook that the library reads, parts are counted whatever they are named', async () => {
  const bomb = zipSync({
    'xl/workbook.bin': new Uint8Array(8),
    'xl/data.dat': strToU8('<a/>'.repeat(5_000_000)),
  });
  await expect(readWorkbook(bomb)).rejects.toThrow('XML 元素');
});

test('a long text shared by many cells ends as a limit', async () => {
  const shared = (cells: number): Uint8Array => {
    const rows = Array.from(
      { length: cells },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`,
    );
    const parts = unzipSync(
      new Uint8Array(write(bookOf([['字']]), { type: 'buffer', bookType: 'xlsx', bookSST: true })),
    );
    return zipSync({
      ...parts,
      'xl/sharedStrings.xml': strToU8(
        `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${'字'.repeat(1 << 20)}</t></si></sst>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`,
      ),
    });
  };
  await expect(readWorkbook(shared(65))).rejects.toThrow('文字合计超过');
  expect((await readWorkbook(shared(2))).outcome).toBe('ok');
});

test('damage is corrupt', async () => {
  const bytes = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
  await expect(readWorkbook(bytes)).rejects.toMatchObject({ outcome: 'corrupt' });
});

test('a workbook is told by the types of its parts where their names are unusual', async () => {
  const files = Object.entries(unzipSync(saveBook(bookOf([['项目', '金额']])))).map(([name, data]) => {
    const text = new TextDecoder()
      .decode(data)
      .replaceAll('/xl/', '/content/')
      .replaceAll('"xl/', '"content/');
    return [name.replace(/^xl\//, 'content/'), strToU8(text)] as const;
  });
  const bytes = zipSync(Object.fromEntries(files));
  expect(xlsxReader.recognize(bytes)).toBe(1);
  expect(shape(await firstGridOf(bytes))).toEqual(['汇总表!A1 项目', '汇总表!B1 金额']);
});
