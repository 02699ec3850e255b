import { describe, expect, it } from 'vitest';
import { type DrawnTable, type PdfCanvas, tablePage } from '../../support/pdf-builder.js';
import { gridsOf, readPages, rowsOf } from '../../support/read-pdf.js';

const XS = [60, 110, 180, 330, 430];
const FOOT = 780;
const TOP = 60;

/** Rows of texts from the second column on, beside a cell over all of them. */
const beside = (label: string, top: number, rows: readonly (readonly string[])[]): DrawnTable => ({
  xs: XS,
  ys: [top, ...rows.map((_, row) => top + 20 * (row + 1))],
  cells: [
    { row: 0, column: 0, rowSpan: rows.length, text: label },
    ...rows.flatMap((texts, row) => texts.map((text, i) => ({ row, column: i + 1, text }))),
  ],
});
const upper = (rows: readonly (readonly string[])[]): DrawnTable =>
  beside('绩效指标', FOOT - 20 * rows.length, rows);
const lower = (rows: readonly (readonly string[])[]): DrawnTable => beside('', TOP, rows);
const rowsRead = async (...pages: PdfCanvas[]): Promise<string[][]> =>
  gridsOf(await readPages(pages)).map(rowsOf);

const ABOVE = [
  ['二级指标', '三级指标', '指标值'],
  ['数量指标', '维修房间数', '≥30间'],
  ['成本指标', '防水工程费用', '18万元'],
];
const BELOW = [
  ['经济效益', '减少渗漏损失', '＞1万元'],
  ['社会效益', '改善住宿条件', '明显改善'],
];
const WHOLE = [
  ['绩效指标', ...(ABOVE[0] ?? [])].join('|'),
  ...[...ABOVE.slice(1), ...BELOW].map((texts) => texts.join('|')),
].map((row, i) => (i === 0 ? `5x1:${row}` : row));

describe('two whole rows at a page break', () => {
  it.each<[string, (column: number) => boolean, (column: number) => boolean]>([
    ['with all rules', () => false, () => false],
    ['without the rules above the second', () => false, (column) => column > 0],
    ['without one rule above the second', () => false, (column) => column === 3],
    ['without the rules below the first', (column) => column > 0, () => false],
    ['without one rule on both pages', (column) => column === 3, (column) => column === 3],
    ['without any rule', () => true, () => true],
  ])('stay two %s', async (_, openAbove, openBelow) => {
    const first = tablePage(upper(ABOVE), (y, column) => y === FOOT && openAbove(column));
    const second = tablePage(lower(BELOW), (y, column) => y === TOP && openBelow(column));
    expect(await rowsRead(first, second)).toEqual([WHOLE]);
  });

  it('stay two where a label of one row is followed by one of two', async () => {
    const labels = (label: string, top: number, rows: readonly (readonly string[])[]): DrawnTable => ({
      ...beside(label, top, rows),
      xs: [60, 103, 180, 330, 430],
    });
    const first = tablePage(labels('产出指标', FOOT - 20, [['成本', '防水工程费用', '18万元']]));
    const second = tablePage(labels('效益指标', TOP, BELOW), (y) => y === TOP);
    expect(await rowsRead(first, second)).toEqual([
      [
        '产出指标|成本|防水工程费用|18万元',
        '2x1:效益指标|经济效益|减少渗漏损失|＞1万元',
        '社会效益|改善住宿条件|明显改善',
      ],
    ]);
  });
});

describe('a row cut by a page break', () => {
  it.each<[string, boolean]>([
    ['with all rules', false],
    ['without rules', true],
  ])('is one where a label is cut in its middle %s', async (_, isOpen) => {
    const xs = [60, 106, 180, 330, 430];
    const first: DrawnTable = {
      xs,
      ys: [720, 740, FOOT],
      cells: [
        ...['产出指标', '数量指标', '维修房间数', '≥30间'].map((text, column) => ({ row: 0, column, text })),
        ...['', '服务对象满意', '住户满意度', '≥90%'].map((text, column) => ({ row: 1, column, text })),
      ],
    };
    const second: DrawnTable = {
      xs,
      ys: [TOP, 75, 95],
      cells: [
        ...['标', '', '', ''].map((text, column) => ({ row: 0, column, text })),
        ...['合计', '', '', ''].map((text, column) => ({ row: 1, column, text })),
      ],
    };
    const canvas = tablePage(first, (y) => isOpen && y === FOOT).text(63, FOOT - 13, '满意度指');
    expect(
      await rowsRead(
        canvas,
        tablePage(second, (y) => isOpen && y === TOP),
      ),
    ).toEqual([['产出指标|数量指标|维修房间数|≥30间', '满意度指标|服务对象满意|住户满意度|≥90%', '合计|||']]);
  });
});

describe('a line drawn on both pages', () => {
  const NAMES = ['水质监测站', '网运行维护', '更新改造'];
  /** A merged cell beside two rows, with lines of text from the given height on; what is outside of the table is clipped. */
  const part = (top: number, lines: readonly string[], y: number): PdfCanvas => {
    const table = beside('', top, [
      ['数量指标', '报告份数', '≥3份'],
      ['质量指标', '通过率', '≥95%'],
    ]);
    const isBreak = (at: number): boolean => at === (top === TOP ? TOP : FOOT);
    const canvas = tablePage(table, (at, column) => isBreak(at) && column === 0);
    canvas.raw(`q 0 ${842 - top - 40} 595 40 re W n`);
    lines.forEach((text, i) => {
      canvas.text(62, y + 12 * i, text, 9);
    });
    return canvas.raw('Q');
  };
  const nameRead = async (...pages: PdfCanvas[]): Promise<string | undefined> => {
    const [grid] = gridsOf(await readPages(pages));
    return grid?.cells.find((cell) => cell.column === 1)?.text.replaceAll('\n', '');
  };

  it.each([
    ['half on each', FOOT - 16.5, TOP - 4.5],
    ['mostly on the first', FOOT - 20.5, TOP - 8.5],
    ['its middle beyond the second table', FOOT - 19, TOP - 7],
    ['mostly on the second', FOOT - 14, TOP - 2],
  ])('stands once in the cell, %s', async (_, above, below) => {
    const first = part(FOOT - 40, NAMES.slice(0, 2), above);
    const second = part(TOP, NAMES.slice(1), below);
    expect(await nameRead(first, second)).toBe(NAMES.join(''));
  });

  it('stands twice where it is printed twice', async () => {
    const first = part(FOOT - 40, NAMES.slice(0, 2), FOOT - 30);
    const second = part(TOP, NAMES.slice(1), TOP + 4);
    expect(await nameRead(first, second)).toBe('水质监测站网运行维护网运行维护更新改造');
  });
});
