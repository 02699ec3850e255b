import { describe, expect, it } from 'vitest';
import { drawnPdf } from '../../../extractors/pdf/draw-pdf.js';
import { readBytes } from '../../../extractors/read-bytes.js';
import { type Grid, isGrid } from '../../../src/model/grid.js';
import { privateBoxes } from '../../../src/pipeline/reading/private-boxes.js';
import { buildPdf, drawTable, PdfCanvas, plainTable } from '../../support/pdf-builder.js';

const ROWS = [
  ['年份', '金额'],
  ['2024', '12.50'],
  ['2025', '20.00'],
];

/** A label beside one high cell. */
function outerCell(top = 100, bottom = 340): PdfCanvas {
  return drawTable(new PdfCanvas(), {
    xs: [60, 140, 540],
    ys: [top, bottom],
    cells: [
      { row: 0, column: 0, text: '分年计划' },
      { row: 0, column: 1 },
    ],
  });
}
const inner = (canvas: PdfCanvas, top: number, rows = ROWS, left = 170): PdfCanvas =>
  drawTable(canvas, plainTable(left, top, [100, 100], rows));

async function gridOf(...pages: PdfCanvas[]): Promise<Grid | undefined> {
  const { blocks } = await readBytes(buildPdf(pages.map((page) => page.page())), { path: 'a.pdf' });
  return blocks.filter(isGrid)[0];
}

/** Each cell as its text, each table inside of it as its place, the lines before it, and its cells. */
const shownCells = (grid: Grid | undefined): unknown[] =>
  (grid?.cells ?? []).map(({ text, nested }) =>
    nested ? [text, ...nested.map((own) => [own.linesBefore, ...shownCells(own)])] : text,
  );

describe('a table drawn inside a cell', () => {
  it('is a table of its own between the lines of the cell, with its place', async () => {
    const canvas = inner(outerCell().text(150, 110, '资金分年安排如下：'), 140).text(
      150,
      230,
      '逾期不再安排。',
    );
    const grid = await gridOf(canvas);
    expect(shownCells(grid)).toEqual([
      '分年计划',
      ['资金分年安排如下：\n逾期不再安排。', [1, ...ROWS.flat()]],
    ]);
    expect(grid?.cells[1]?.nested?.[0]?.cells[3]?.place).toBe('p1 t1 r1 c2 / t1 r2 c2');
    expect(grid?.certainty).toBe('ruled');
  });

  it('never joins the line above it with the one below', async () => {
    const full = '按照轻重缓急分年安排，'.repeat(4).slice(0, 38);
    const canvas = inner(outerCell().text(150, 110, full), 140).text(150, 230, '逾期不再安排。');
    expect(shownCells(await gridOf(canvas))[1]).toEqual([`${full}\n逾期不再安排。`, [1, ...ROWS.flat()]]);
  });

  it('may stand alone in its cell, beside others, and hold another', async () => {
    const other = ROWS.map(([year, sum]) => [`${year}年`, sum ?? '']);
    expect(shownCells(await gridOf(inner(outerCell(), 140)))[1]).toEqual(['', [0, ...ROWS.flat()]]);
    const two = inner(inner(outerCell().text(150, 210, '其中：'), 130), 240, other);
    expect(shownCells(await gridOf(two))[1]).toEqual(['其中：', [0, ...ROWS.flat()], [1, ...other.flat()]]);
    const deep = drawTable(outerCell(), {
      xs: [150, 200, 520],
      ys: [120, 260],
      cells: [
        { row: 0, column: 0, text: '明细' },
        { row: 0, column: 1 },
      ],
    });
    expect(shownCells(await gridOf(inner(deep, 140, ROWS, 230)))[1]).toEqual([
      '',
      [0, '明细', ['', [0, ...ROWS.flat()]]],
    ]);
  });

  it('is text where it is a frame around one text, or blank', async () => {
    const framed = drawTable(outerCell(), plainTable(170, 140, [100], [['重点项目']]));
    expect(shownCells(await gridOf(framed.text(150, 110, '属于：')))[1]).toBe('属于：\n重点项目');
    const blank = drawTable(
      outerCell(),
      plainTable(
        170,
        140,
        [20, 20],
        [
          ['', ''],
          ['', ''],
        ],
      ),
    );
    expect(shownCells(await gridOf(blank.text(150, 110, '属于重点项目')))[1]).toBe('属于重点项目');
  });

  it('stays in its cell where a page break cuts the cell', async () => {
    const frame = (sides: number[][]): PdfCanvas =>
      sides.reduce(
        (canvas, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]) => canvas.line(x0, y0, x1, y1),
        new PdfCanvas(),
      );
    const upper = [
      [60, 600, 540, 600],
      [60, 600, 60, 800],
      [140, 600, 140, 800],
      [540, 600, 540, 800],
    ];
    const lower = [
      [60, 200, 540, 200],
      [60, 50, 60, 200],
      [140, 50, 140, 200],
      [540, 50, 540, 200],
    ];
    const first = inner(frame(upper).text(63, 610, '分年计划').text(150, 610, '安排如下：'), 640);
    const second = frame(lower).text(150, 60, '其余安排如下：');
    expect(shownCells(await gridOf(first, inner(second, 90)))).toEqual([
      '分年计划',
      ['安排如下：\n其余安排如下：', [1, ...ROWS.flat()], [2, ...ROWS.flat()]],
    ]);
  });

  it('has the names of contacts in it covered where the page is drawn', async () => {
    const canvas = inner(outerCell(), 140, [
      ['联系人', '张三丰'],
      ['联系电话', '13900000000'],
    ]);
    const { readings } = await drawnPdf.letters(buildPdf([canvas.page()]));
    const boxes = readings.flatMap((blocks) => privateBoxes(blocks));
    expect(boxes.length).toBeGreaterThan(0);
    expect(boxes.every(({ box: [left, top] }) => left > 270 && top > 139)).toBe(true);
  });
});
