import { describe, expect, test } from 'vitest';
import { docReader } from '../../../extractors/doc/doc-reader.js';
import type { Extraction } from '../../../src/model/grid.js';
import { blockTexts, gridShape, onlyGrid } from '../../support/grid-shape.js';
import {
  type BinaryCell,
  type BinaryOptions,
  type BinaryParagraph,
  nestedIn,
  oleFile,
  rowDefinition,
  rowEnd,
  wordBinary,
} from '../../support/word-binary.js';

const read = (paragraphs: BinaryParagraph[], options?: BinaryOptions): Promise<Extraction> =>
  docReader.read(wordBinary(paragraphs, options), { path: 'a.doc' });

const IN_TABLE: BinaryParagraph['sprms'] = [[0x2416, 1]];

const row = (texts: string[], cells: BinaryCell[]): BinaryParagraph[] => [
  ...texts.map((text) => ({ text: `${text}\x07`, sprms: IN_TABLE })),
  { text: '\x07', sprms: rowEnd(cells) },
];

const MERGED_BEFORE = 0x0002;
const FIRST_MERGED = 0x0001;
const CONTINUES = 0x0020;
const STARTS = 0x0060;

describe('tables', () => {
  test('cells of different widths become spans', async () => {
    const { blocks } = await read([
      ...row(['部门名称', '县档案馆'], [[1000], [4000]]),
      ...row(['资金总额', '万元', '120.5'], [[1000], [2010], [4000]]),
      ...row(['其中', '基本支出', '80'], [[1000], [1990], [4005]]),
      { text: '填表人：\r' },
    ]);
    expect(blockTexts(blocks)).toEqual(['[3x3]', '填表人：']);
    expect(gridShape(onlyGrid(blocks.slice(0, 1)))).toEqual([
      't1 r1 c1 部门名称',
      't1 r1 c2 1x2 县档案馆',
      't1 r2 c1 资金总额',
      't1 r2 c2 万元',
      't1 r2 c3 120.5',
      't1 r3 c1 其中',
      't1 r3 c2 基本支出',
      't1 r3 c3 80',
    ]);
  });

  test('vertical and horizontal merges', async () => {
    const { blocks } = await read([
      ...row(
        ['产出指标', '数量', ''],
        [
          [1000, STARTS],
          [2000, FIRST_MERGED],
          [3000, MERGED_BEFORE],
        ],
      ),
      ...row(['', '质量', '98%'], [[1000, CONTINUES], [2000], [3000]]),
      ...row(['', '时效', '12月'], [[1000, CONTINUES], [2000], [3000]]),
    ]);
    expect(gridShape(onlyGrid(blocks))).toEqual([
      't1 r1 c1 3x1 产出指标',
      't1 r1 c2 1x2 数量',
      't1 r2 c2 质量',
      't1 r2 c3 98%',
      't1 r3 c2 时效',
      't1 r3 c3 12月',
    ]);
  });

  test('merges made by later modifiers, and header rows', async () => {
    const cells: BinaryCell[] = [[1000], [2000], [3000]];
    const header: BinaryParagraph = {
      text: '\x07',
      sprms: [...(rowEnd(cells) ?? []), [0x3404, 1], [0x5624, 0, 2]],
    };
    const { blocks } = await read([
      ...['指标', '', '目标'].map((text) => ({ text: `${text}\x07`, sprms: IN_TABLE })),
      header,
      ...row(['次数', '次', '12'], cells),
    ]);
    expect(gridShape(onlyGrid(blocks)).slice(0, 2)).toEqual(['t1 r1 c1 1x2 指标', 't1 r1 c3 目标']);
    expect(onlyGrid(blocks).headerRows).toBe(1);
  });

  test('a row that begins further right leaves blank cells before it', async () => {
    const definition = rowDefinition([[2000], [3000]]);
    definition[3] = 1000 & 0xff;
    definition[4] = 1000 >> 8;
    const { blocks } = await read([
      ...row(['甲', '乙', '丙'], [[1000], [2000], [3000]]),
      ...['丁', '戊'].map((text) => ({ text: `${text}\x07`, sprms: IN_TABLE })),
      {
        text: '\x07',
        sprms: [
          [0x2416, 1],
          [0x2417, 1],
          [0xd608, ...definition],
        ],
      },
    ]);
    expect(gridShape(onlyGrid(blocks)).slice(3)).toEqual(['t1 r2 c1 ', 't1 r2 c2 丁', 't1 r2 c3 戊']);
  });

  test('a table in a cell is nested', async () => {
    const { blocks } = await read([
      { text: '明细\x07', sprms: IN_TABLE },
      { text: '见下表\r', sprms: nestedIn(1) },
      { text: '印刷费\r', sprms: nestedIn(2, 0x244b) },
      { text: '3\r', sprms: nestedIn(2, 0x244b) },
      { text: '\r', sprms: rowEnd([[500], [900]], true) },
      { text: '\x07', sprms: nestedIn(1) },
      { text: '\x07', sprms: rowEnd([[1000], [2000]]) },
    ]);
    const outer = onlyGrid(blocks);
    expect(gridShape(outer)).toEqual(['t1 r1 c1 明细', 't1 r1 c2 见下表']);
    expect(gridShape(outer.cells[1]?.nested?.[0] ?? outer)).toEqual([
      't1 r1 c2 / t1 r1 c1 印刷费',
      't1 r1 c2 / t1 r1 c2 3',
    ]);
  });

  test('a row definition too long for its page stands in the data stream', async () => {
    const cells = Array.from({ length: 30 }, (_, i): BinaryCell => [(i + 1) * 300]);
    const grpprl = [0x08, 0xd6, ...rowDefinition(cells)];
    const { blocks } = await read(
      [
        ...cells.map((_, i) => ({ text: `${i + 1}\x07`, sprms: IN_TABLE })),
        {
          text: '\x07',
          sprms: [
            [0x2416, 1],
            [0x2417, 1],
            [0x6646, 0, 0, 0, 0],
          ],
        },
        ...row(['宽'], [[9000]]),
      ],
      { data: [grpprl.length & 0xff, grpprl.length >> 8, ...grpprl] },
    );
    expect(onlyGrid(blocks)).toMatchObject({ rows: 2, columns: 30 });
    expect(onlyGrid(blocks).cells.at(-1)).toMatchObject({ text: '宽', colSpan: 30 });
  });
});

describe('text', () => {
  test('headings, fields, breaks, hidden and deleted text, symbols', async () => {
    const { blocks } = await read(
      [
        { text: '一、部门职责\r', style: 2 },
        { text: '大纲\r', sprms: [[0x2640, 0]] },
        { text: '见\x13HYPERLINK "x"\x14网站\x15，两\x0b行\r' },
        { text: '删去\r', characters: [[0x0800, 1]] },
        { text: '隐藏\r', characters: [[0x083c, 1]] },
        { text: '(\r', characters: [[0x6a09, 0, 0, 0xb3, 0xf0]] },
        { text: '\uf0a3\r', characters: [[0x4a4f, 0, 0]] },
      ],
      { fonts: ['Symbol'] },
    );
    expect(blockTexts(blocks)).toEqual(['一、部门职责', '大纲', '见网站，两\n行', '≥', '≤']);
    expect(blocks.map((block) => block.kind === 'paragraph' && block.heading)).toEqual([
      2,
      1,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('compressed text is Windows-1252', async () => {
    const { blocks } = await read([{ text: 'That\x92s 80\x25 \x93ok\x94\r' }], { compressed: true });
    expect(blockTexts(blocks)).toEqual(['That’s 80% “ok”']);
  });

  test('a document without text is empty', async () => {
    expect(await read([{ text: '\r' }])).toMatchObject({ outcome: 'empty' });
  });
});

describe('what is not read', () => {
  test.each([
    ['encrypted', { encrypted: true }],
    ['unsupported', { version: 101 }],
  ])('%s', async (outcome, options) => {
    await expect(read([{ text: 'x\r' }], options)).rejects.toMatchObject({ outcome });
  });

  test('a document cut off in the middle', async () => {
    const bytes = wordBinary([{ text: '正文\r' }]);
    await expect(docReader.read(bytes.subarray(0, 600), { path: 'a.doc' })).rejects.toMatchObject({
      outcome: 'corrupt',
    });
  });

  test('other OLE files are not recognized', () => {
    expect(docReader.recognize(oleFile({ Workbook: Uint8Array.of(1) }))).toBe(0);
    expect(docReader.recognize(wordBinary([{ text: 'x\r' }]))).toBe(1);
  });
});
