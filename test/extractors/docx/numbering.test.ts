import { describe, expect, test } from 'vitest';
import { docxReader } from '../../../extractors/docx/docx-reader.js';
import { formatNumber } from '../../../extractors/tables/format-number.js';
import { type DocxParts, docx, p, tbl, tc, tr } from '../../support/docx-builder.js';
import { blockTexts, onlyGrid } from '../../support/grid-shape.js';

const read = async (body: string, parts: DocxParts) =>
  (await docxReader.read(docx(body, parts), { path: 'a.docx' })).blocks;
const textsOf = async (body: string, numbering: string, styles?: string): Promise<string[]> =>
  blockTexts(await read(body, { numbering, styles }));

const level = (at: number, format: string, text: string, more = '', start = 1): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const abstract = (id: number, ...inner: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${inner.join('')}</w:abstractNum>`;
const num = (id: number, abstractId: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
const item = (text: string, list = 1, at = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

const OUTLINE = abstract(
  0,
  level(0, 'chineseCountingThousand', '%1、', '<w:suff w:val="nothing"/>'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimal', '%3.%4', '<w:suff w:val="space"/>'),
);

describe('automatic numbers', () => {
  test('count level by level and begin anew under a higher one', async () => {
    const body = [
      item('职责'),
      item('预算', 1, 1),
      item('收入', 1, 2),
      item('其中', 1, 3),
      item('支出', 1, 2),
      item('其中', 1, 3),
      item('绩效', 1, 1),
      item('目标', 1, 2),
      item('附件'),
      item('说明', 1, 1),
    ].join('');
    expect(await textsOf(body, OUTLINE + num(1, 0))).toEqual([
      '一、职责',
      '（一）预算',
      '1. 收入',
      '1.1 其中',
      '2. 支出',
      '2.1 其中',
      '（二）绩效',
      '1. 目标',
      '二、附件',
      '（一）说明',
    ]);
  });

  test('stand in cells, also in cells that hold nothing else', async () => {
    const rows = [
      tr([tc(item(''))]),
      tr([tc(item(''), '<w:vMerge w:val="restart"/>')]),
      tr([tc(item(''), '<w:vMerge/>')]),
      tr([tc(item('宣传'))]),
    ];
    const grid = onlyGrid(
      await read(tbl(rows), { numbering: abstract(0, level(0, 'decimal', '%1')) + num(1, 0) }),
    );
    expect(grid.cells.map((cell) => cell.text)).toEqual(['1', '2', '3 宣传']);
  });

  test('of two lists of one definition go on, unless a list begins anew', async () => {
    const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = abstract(0, level(0, 'decimal', '%1)')) + num(1, 0) + num(2, 0) + num(3, 0, again);
    const body = item('甲') + item('乙', 2) + item('丙', 3) + item('丁', 3) + item('戊');
    expect(await textsOf(body, numbering)).toEqual(['1) 甲', '2) 乙', '1) 丙', '2) 丁', '3) 戊']);
  });

  test('of a level passed over count as used', async () => {
    const numbering =
      abstract(0, level(0, 'decimal', '%1'), level(1, 'decimal', '%1.%2'), level(2, 'decimal', '%1.%2.%3')) +
      num(1, 0);
    expect(await textsOf(item('甲', 1, 2) + item('乙', 1, 1) + item('丙', 1, 0), numbering)).toEqual([
      '1.1.1 甲',
      '1.2 乙',
      '2 丙',
    ]);
  });

  test('begin anew where the level says so', async () => {
    const numbering =
      abstract(
        0,
        level(0, 'decimal', '%1'),
        level(1, 'decimal', '%2', '<w:lvlRestart w:val="0"/>'),
        level(2, 'decimal', '(%3)', '<w:lvlRestart w:val="1"/>'),
      ) + num(1, 0);
    const body = [0, 1, 2, 1, 2, 0, 1, 2].map((at) => item('项', 1, at)).join('');
    expect(await textsOf(body, numbering)).toEqual([
      '1 项',
      '1 项',
      '(1) 项',
      '2 项',
      '(2) 项',
      '2 项',
      '3 项',
      '(1) 项',
    ]);
  });

  test('in Arabic digits throughout where the level is a legal one; bullets are no numbers', async () => {
    const numbering =
      abstract(
        0,
        level(0, 'chineseCounting', '%1、'),
        level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
        level(2, 'bullet', '\uf0b7', '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'),
        level(3, 'decimal', '%1-%3-%4'),
      ) + num(1, 0);
    expect(await textsOf([0, 1, 2, 3].map((at) => item('项', 1, at)).join(''), numbering)).toEqual([
      '一、项',
      '1.1 项',
      '• 项',
      '一--1 项',
    ]);
  });

  test('are printed without text, bullets are not', async () => {
    const numbering = abstract(0, level(0, 'decimal', '%1.'), level(1, 'bullet', 'o')) + num(1, 0);
    expect(await textsOf(item('') + item('', 1, 1) + item('乙', 1, 1), numbering)).toEqual(['1.', 'o 乙']);
  });

  test('come from styles, by level or tied to a level, and can be taken away', async () => {
    const numbering =
      abstract(
        0,
        level(0, 'decimal', '%1.', '<w:pStyle w:val="A"/>'),
        level(1, 'decimal', '%1.%2.', '<w:pStyle w:val="B"/>'),
      ) + num(1, 0);
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    const body =
      p('甲', '<w:pStyle w:val="A"/>') +
      p('乙', '<w:pStyle w:val="B"/>') +
      p('丙', '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await textsOf(body, numbering, styles)).toEqual(['1. 甲', '1.1. 乙', '丙']);
  });

  test('of list styles are found through their link', async () => {
    const numbering =
      abstract(0, '<w:numStyleLink w:val="L"/>') +
      abstract(1, '<w:styleLink w:val="L"/>', level(0, 'upperRoman', '%1.')) +
      num(1, 0) +
      num(2, 1);
    expect(await textsOf(item('甲') + item('乙'), numbering)).toEqual(['I. 甲', 'II. 乙']);
  });

  test('of one list may have a level of their own', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1.')}</w:lvlOverride>`;
    expect(await textsOf(item('甲', 2), abstract(0, level(0, 'decimal', '%1.')) + num(2, 0, own))).toEqual([
      'A. 甲',
    ]);
  });

  test('padded by a pattern', async () => {
    const padded =
      '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>';
    expect(await textsOf(item('甲'), abstract(0, padded) + num(1, 0))).toEqual(['007 甲']);
  });

  test('of lists that are not there print nothing', async () => {
    expect(await textsOf(item('甲', 9) + item('乙', 1, 7), OUTLINE + num(1, 0))).toEqual(['甲', '乙']);
  });
});

test.each([
  [
    'chineseCounting',
    [1, 10, 11, 20, 21, 100, 105, 110, 1003],
    '一 十 十一 二十 二十一 一百 一百零五 一百一十 一千零三',
  ],
  ['chineseLegalSimplified', [1, 10, 25], '壹 壹拾 贰拾伍'],
  ['ideographDigital', [1, 10, 25], '一 一〇 二五'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
  ['ideographZodiac', [1, 12], '子 亥'],
  ['decimalEnclosedCircleChinese', [1, 20, 21], '① ⑳ 21'],
  ['decimalEnclosedParen', [1, 20], '⑴ ⒇'],
  ['decimalFullWidth', [12], '１２'],
  ['decimalZero', [3, 12], '03 12'],
  ['lowerLetter', [1, 26, 27], 'a z aa'],
  ['upperRoman', [4, 9, 14, 1999], 'IV IX XIV MCMXCIX'],
  ['ordinal', [1, 2, 3, 11, 21], '1st 2nd 3rd 11th 21st'],
  ['numberInDash', [5], '- 5 -'],
  ['none', [5], ''],
  ['unheardOf', [5], '5'],
])('%s', (format, values, expected) => {
  expect(values.map((value) => formatNumber(value, format)).join(' ')).toBe(expected);
});
