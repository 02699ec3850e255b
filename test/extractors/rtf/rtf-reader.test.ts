import { describe, expect, test } from 'vitest';
import { rtfReader } from '../../../extractors/rtf/rtf-reader.js';
import type { Block } from '../../../src/model/grid.js';
import { blockTexts, gridShape, onlyGrid } from '../../support/grid-shape.js';

const FONTS =
  '{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1\\fcharset0 Times;}{\\f2\\fcharset2 Symbol;}{\\f3\\fcharset204 Cyr;}}';

const escaped = (text: string): string =>
  [...text].map((c) => (c < '\x7f' ? c : `\\u${(c.charCodeAt(0) << 16) >> 16}?`)).join('');

async function read(body: string): Promise<Block[]> {
  const bytes = Buffer.from(`{\\rtf1\\ansi\\ansicpg936\\deff0${FONTS}${body}}`, 'latin1');
  return (await rtfReader.read(bytes, { path: 'a.rtf' })).blocks;
}

const row = (definition: string, texts: string[]): string =>
  `\\trowd${definition}\\pard\\intbl ${texts.map((text) => `${escaped(text)}\\cell `).join('')}\\row\n`;

describe('tables', () => {
  test('spans from edges, vertical and horizontal merges, header rows', async () => {
    const blocks = await read(
      row('\\trhdr\\cellx1000\\cellx4000', ['部门', '县档案馆']) +
        row('\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx4000', ['产出', '数量', '']) +
        row('\\clvmrg\\cellx1000\\cellx2000\\cellx4000', ['', '质量', '98%']) +
        '\\pard after\\par',
    );
    expect(blockTexts(blocks)).toEqual(['[3x3]', 'after']);
    const grid = onlyGrid(blocks);
    expect(gridShape(grid)).toEqual([
      't1 r1 c1 部门',
      't1 r1 c2 1x2 县档案馆',
      't1 r2 c1 2x1 产出',
      't1 r2 c2 1x2 数量',
      't1 r3 c2 质量',
      't1 r3 c3 98%',
    ]);
    expect(grid.headerRows).toBe(1);
  });

  test('nested tables', async () => {
    const blocks = await read(
      '\\trowd\\cellx1000\\cellx3000\\pard\\intbl A\\cell B\\par\\pard\\intbl\\itap2 x\\nestcell y\\nestcell' +
        '{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1 C\\cell\\row',
    );
    const outer = onlyGrid(blocks);
    expect(gridShape(outer)).toEqual(['t1 r1 c1 A', 't1 r1 c2 B\nC']);
    expect(gridShape(outer.cells[1]?.nested?.[0] ?? outer)).toEqual([
      't1 r1 c2 / t1 r1 c1 x',
      't1 r1 c2 / t1 r1 c2 y',
    ]);
  });

  test('paragraphs inside a row without \\intbl belong to it', async () => {
    const blocks = await read('\\trowd\\cellx1000\\cellx2000 a\\cell b\\par c\\cell\\row');
    expect(gridShape(onlyGrid(blocks))).toEqual(['t1 r1 c1 a', 't1 r1 c2 b\nc']);
  });
});

describe('text', () => {
  test.each([
    ['code page of the font', "\\f0 \\'bc\\'a8\\'d0\\'a7", '绩效'],
    ['raw bytes', '\\f0 \xbc\xa8\xd0\xa7', '绩效'],
    ['Chinese text left in a Western font', "\\f1 \\'bc\\'a8\\'d0\\'a7", '绩效'],
    ['another code page', "\\f3 \\'cf\\'f0", 'Пр'],
    ['symbols', "\\f2\\'b3\\f0 90%", '≥90%'],
    ['unicode with fallbacks', '\\uc2\\u32489 ab\\uc1\\u25928?', '绩效'],
    ['surrogate pairs and lone surrogates', '\\u-10187?\\u-9148? \\u-10187?', '𝑄 \uFFFD'],
    ['hidden and deleted', 'a{\\v b}{\\deleted c}d', 'ad'],
    ['fields', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt 网}}'.replace('网', '\\u32593?'), '网'],
    ['breaks and signs', 'a\\line b\\tab c\\~d\\_e\\emdash\\{', 'a\nb\tc d-e—{'],
    [
      'left out',
      '{\\info{\\title T}}{\\header h}{\\pict ffd8}{\\*\\bkmkstart b}{\\sp{\\sn n}{\\sv v}}a{\\bin3 }}}b}',
      'ab',
    ],
  ])('%s', async (_name, body, expected) => {
    expect(blockTexts(await read(`${body}\\par`))).toEqual([expected]);
  });

  test('headings by style and by outline level; notes and text boxes after the body', async () => {
    const blocks = await read(
      '{\\stylesheet{\\s3 heading 2;}}\\pard\\s3 A\\par\\pard\\outlinelevel0 B{\\footnote note}\\par' +
        '{\\shp{\\*\\shpinst{\\sp{\\sn x}}{\\shptxt\\pard box\\par}}{\\shprslt box\\par}}\\pard C\\par',
    );
    expect(blockTexts(blocks)).toEqual(['A', 'B', 'C', 'note', 'box']);
    expect(blocks.map((block) => block.kind === 'paragraph' && block.heading).slice(0, 3)).toEqual([
      2,
      1,
      undefined,
    ]);
  });

  test('groups without end', async () => {
    expect(blockTexts(await read('{{{a'))).toEqual(['a']);
    await expect(read('{'.repeat(20_000))).rejects.toThrow('嵌套');
  });
});
