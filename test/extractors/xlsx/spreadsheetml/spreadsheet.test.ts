import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { libraryWorkbook } from '../../../../extractors/xlsx/library-workbook.js';
import { numberFormatter } from '../../../../extractors/xlsx/number-format/number-formatter.js';
import { showCell } from '../../../../extractors/xlsx/show-cell.js';
import { spreadsheet } from '../../../../extractors/xlsx/spreadsheetml/spreadsheet.js';
import type { Workbook } from '../../../../extractors/xlsx/stored-sheet.js';
import { xlsxReader } from '../../../../extractors/xlsx/xlsx-reader.js';
import { isGrid } from '../../../../src/model/grid.js';
import { textCell, workbookOf } from '../../../support/workbook.js';

const CODES = [
  'General',
  '#,##0.00',
  '0%',
  'yyyy"年"m"月"d"日"',
  '0.00E+00',
  '# ?/?',
  '@"元"',
  ';;;',
  '0.0;[Red]-0.0;"零";"注："@',
  '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
];
const STRINGS = 6;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** The library drops one of two escaped ends of a line in a row. */
const ENDS = ['_x000D_a', '_x000D_\na'];
const text = fc
  .array(
    fc.constantFrom('项', '目', 'a', '1', '<', '>', '&', '"', ' ', '\n', '_', '.', '\u00a0', '😀', ...ENDS),
  )
  .map((letters) => escaped(letters.join('')));
const number = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }).map(String),
  fc.double({ min: -1e9, max: 1e12, noNaN: true }).map(String),
);
const style = fc.option(fc.integer({ min: 0, max: CODES.length }), { nil: undefined });

/** `<c>` at an address, without its tag: attributes, then content. */
const content = fc.oneof(
  number.map((value) => ['', `<v>${value}</v>`]),
  fc.nat(STRINGS - 1).map((n) => [' t="s"', `<v>${n}</v>`]),
  text.map((value) => [' t="inlineStr"', `<is><t xml:space="preserve">${value}</t></is>`]),
  fc
    .tuple(text, text)
    .map(([a, b]) => [' t="inlineStr"', `<is><r><rPr><b/></rPr><t>${a}</t></r><r><t>${b}</t></r></is>`]),
  fc.constantFrom('完成', 'yes', '甲 乙').map((value) => [' t="str"', `<f>A1&amp;"x"</f><v>${value}</v>`]),
  fc.constantFrom('0', '1').map((value) => [' t="b"', `<v>${value}</v>`]),
  fc.constantFrom('#DIV/0!', '#N/A', '#REF!').map((value) => [' t="e"', `<v>${value}</v>`]),
  fc.constantFrom('2023-03-15', '2023-03-15T18:00:00').map((value) => [' t="d"', `<v>${value}</v>`]),
  number.map((value) => ['', `<f>SUM(B1:B9)</f><v>${value}</v>`]),
  fc.constantFrom('', '<v></v>', '<v/>').map((value) => ['', `<f>SUM($A$1:B9)</f>${value}`]),
  fc.constantFrom<[string, string]>(
    ['', '<f t="shared" ref="A1:A9" si="0">B1*$C$1+LOG10(2)</f>'],
    ['', '<f t="shared" si="0"/>'],
    ['', '<f t="array" ref="A1:B2">C1:D2</f>'],
    ['', ''],
  ),
);

const row = fc.record({
  height: fc.constantFrom('', ' ht="0"', ' ht="15.5"', ' hidden="1"'),
  cells: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), style, content), { maxLength: 6 }),
});
const sheet = fc.record({
  rows: fc.array(row, { maxLength: 6 }),
  cols: fc.constantFrom(
    '',
    '<cols><col min="2" max="3" width="9" hidden="1"/><col min="3" max="3" width="8"/></cols>',
    '<cols><col min="1" max="1" width="0"/></cols>',
  ),
  merges: fc.constantFrom('', '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1:C3"/></mergeCells>'),
  addresses: fc.boolean(),
  prefix: fc.constantFrom('', 'x:'),
});

const LETTERS = ' ABCDEFGHIJKLMNOPQRS';

function xmlOf({
  rows,
  cols,
  merges,
  addresses,
  prefix,
}: typeof sheet extends fc.Arbitrary<infer T> ? T : never): string {
  const lines = rows.map(({ height, cells }, r) => {
    let column = 0;
    const inRow = cells.map(([step, s, [attributes, inside]]) => {
      column += addresses ? step : 1;
      const at = addresses ? ` r="${LETTERS[column]}${r + 1}"` : '';
      return `<c${at}${s === undefined ? '' : ` s="${s}"`}${attributes}>${inside}</c>`;
    });
    return `<row${addresses ? ` r="${r + 1}"` : ''}${height}>${inRow.join('')}</row>`;
  });
  const xml = `${cols}<sheetData>${lines.join('')}</sheetData>${merges}`;
  return xml.replace(/<(\/?)(?=[a-z])/gi, (_, slash: string) => `<${slash}${prefix}`);
}

function fileOf(worksheet: string, prefix: string, is1904: boolean): Uint8Array {
  const formats = CODES.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`);
  const styles = `<numFmts>${formats.join('')}</numFmts><cellXfs>${CODES.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('')}<xf numFmtId="10"/></cellXfs>`;
  const parts = unzipSync(workbookOf('', styles));
  const part = (name: string): string => new TextDecoder().decode(parts[name]);
  const strings = [
    '甲',
    '<r><t>一</t></r><r><t>二</t></r>',
    '',
    ' 空 ',
    '<r><t>漢</t></r><rPh sb="0" eb="1"><t>かん</t></rPh>',
    '_x0041_',
  ];
  const items = strings.map((item) => `<si>${item.startsWith('<') ? item : `<t>${item}</t>`}</si>`).join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return zipSync({
    ...parts,
    '[Content_Types].xml': strToU8(
      part('[Content_Types].xml').replace(
        '</Types>',
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
      ),
    ),
    'xl/workbook.xml': strToU8(
      part('xl/workbook.xml').replace('<sheets>', `<workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>`),
    ),
    'xl/sharedStrings.xml': strToU8(`<sst xmlns="${main}">${items}</sst>`),
    'xl/worksheets/sheet1.xml': strToU8(
      prefix === ''
        ? `<worksheet xmlns="${main}">${worksheet}</worksheet>`
        : `<x:worksheet xmlns:x="${main}">${worksheet}</x:worksheet>`,
    ),
  });
}

const AXIS = [0, 1, 2, 3, 4, 5, 6];

const contentsOf = (workbook: Workbook | undefined) =>
  workbook && [
    workbook.is1904,
    [...workbook.sheets(showCell(numberFormatter(workbook.is1904)))].map(({ hides, ...read }) => ({
      ...read,
      hidden: AXIS.map((n) => [hides.row(n), hides.column(n)]),
    })),
  ];

test('what our reader and the workbook library make of a worksheet is the same', async () => {
  await fc.assert(
    fc.asyncProperty(sheet, fc.boolean(), async (made, is1904) => {
      const xml = xmlOf(made);
      // The library passes over shared formulas whose empty element has a prefix.
      fc.pre(!xml.includes('<x:f t="shared" si'));
      const bytes = fileOf(xml, made.prefix, is1904);
      expect(contentsOf(await spreadsheet(bytes))).toEqual(contentsOf(await libraryWorkbook(bytes)));
    }),
    { numRuns: 60 },
  );
});

const textsOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await xlsxReader.read(bytes, { path: '' })).blocks
    .filter(isGrid)
    .flatMap(({ cells }) => cells.map((c) => c.text));

const changed = (
  bytes: Uint8Array,
  change: (parts: Record<string, Uint8Array>) => Record<string, Uint8Array>,
) => {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, ...change(parts) });
};

test('a part may be in UTF-16', async () => {
  const bytes = changed(
    workbookOf(`<sheetData><row>${textCell('A1', '项目')}</row></sheetData>`),
    (parts) => ({
      'xl/worksheets/sheet1.xml': Buffer.from(
        `\ufeff${new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])}`,
        'utf16le',
      ),
    }),
  );
  expect(await textsOf(bytes)).toEqual(['项目']);
});

test('texts between marks that are no tags', async () => {
  const cell =
    '<c r="A1" t="inlineStr"><!-- <v>0</v> --><is><t>一<![CDATA[<二>]]>&#x4e09;<!-- 注 -->四</t></is></c>';
  expect(await textsOf(workbookOf(`<sheetData><row a=">">${cell}</row></sheetData>`))).toEqual([
    '一<二>三四',
  ]);
});

test('an escaped entity in the result of a formula is no entity', async () => {
  const bytes = workbookOf('<sheetData><row><c t="str"><f>A2</f><v>&amp;lt;</v></c></row></sheetData>');
  expect(await textsOf(bytes)).toEqual(['&lt;']);
});

test('an empty shared text counts', async () => {
  const bytes = changed(
    workbookOf('<sheetData><row><c t="s"><v>1</v></c><c t="s"><v>7</v></c></row></sheetData>'),
    () => ({ 'xl/sharedStrings.xml': strToU8('<sst><si/><si><t>甲</t></si></sst>') }),
  );
  const { blocks, diagnostics } = await xlsxReader.read(bytes, { path: '' });
  expect(blocks.filter(isGrid)[0]?.cells.map((c) => c.text)).toEqual(['甲']);
  expect(diagnostics).toEqual([
    {
      code: 'part-damaged',
      message: '工作表“表1”（xl/worksheets/sheet1.xml）有 1 格的文字不在文件中，未读入',
    },
  ]);
});

test('cells out of their order come in it; of two at one place the last counts', async () => {
  const row = `<row r="1">${textCell('B1', '乙')}${textCell('A1', '旧')}${textCell('A1', '甲')}</row>`;
  expect(await textsOf(workbookOf(`<sheetData>${row}</sheetData>`))).toEqual(['甲', '乙']);
});

test('a worksheet that is cut off is read so far, one that is missing is told', async () => {
  const whole = workbookOf(
    `<sheetData><row>${textCell('A1', '甲')}</row><row>${textCell('A2', '乙')}</row></sheetData>`,
  );
  const cut = changed(whole, (parts) => ({
    'xl/worksheets/sheet1.xml': parts['xl/worksheets/sheet1.xml']?.slice(0, -60) ?? new Uint8Array(),
  }));
  const read = await xlsxReader.read(cut, { path: '' });
  expect(read.blocks.filter(isGrid)[0]?.cells[0]?.text).toBe('甲');
  expect(read.diagnostics).toMatchObject([{ code: 'xml-malformed' }]);
  const { 'xl/worksheets/sheet1.xml': _, ...rest } = unzipSync(whole);
  expect(await xlsxReader.read(zipSync(rest), { path: '' })).toMatchObject({
    outcome: 'empty',
    diagnostics: [{ code: 'part-damaged' }],
  });
});
