import { describe, expect, it } from 'vitest';
import { type DrawnTable, drawTable, PdfCanvas, tablePage } from '../../support/pdf-builder.js';
import { gridsOf, readPages, rowsOf } from '../../support/read-pdf.js';

describe('outer columns without a horizontal rule on the page', () => {
  const xs = [60, 150, 220, 300, 400, 460];
  /** Rows in the given columns, and the sides of the columns that are open from top to bottom, with a text in their middle. */
  const openPage = (
    inner: readonly [number, number],
    rows: readonly (readonly string[])[],
    open: Readonly<Record<number, string>>,
    top = 60,
  ): PdfCanvas => {
    const [from, to] = inner;
    const canvas = new PdfCanvas();
    const ys = [top, ...rows.map((_, row) => top + 20 * (row + 1))];
    drawTable(canvas, {
      xs: xs.slice(from, to + 1),
      ys,
      cells: rows.flatMap((texts, row) => texts.map((text, column) => ({ row, column, text }))),
    });
    xs.forEach((x, i) => {
      if (i < from || i > to) canvas.line(x, top, x, ys.at(-1) ?? top);
    });
    for (const [column, text] of Object.entries(open)) {
      canvas.text((xs[Number(column)] ?? 0) + 3, top + 10 * rows.length - 4, text);
    }
    return canvas;
  };
  const ROWS = Array.from({ length: 35 }, (_, i) => [`巡查${i}次数`, '≥', `${i}`]);

  it.each([
    ['at the left', [2, 5], { 0: '河道巡查', 1: '36.00' }],
    ['at the right', [0, 3], { 3: '河道巡查', 4: '36.00' }],
    ['at both sides', [1, 4], { 0: '河道巡查', 4: '36.00' }],
    ['alone', [1, 4], { 0: '河道巡查' }],
  ] as const)('are cells over all rows %s', async (_, inner, open) => {
    const [grid, ...others] = gridsOf(await readPages([openPage(inner, ROWS, open)]));
    expect(others).toEqual([]);
    for (const [column, text] of Object.entries(open)) {
      expect(grid?.cells.find((cell) => cell.text === text)).toMatchObject({
        row: 1,
        column: Number(column) + 1,
        rowSpan: 35,
        colSpan: 1,
      });
    }
    expect(grid?.cells.filter((cell) => cell.rowSpan === 1)).toHaveLength(3 * 35);
  });

  it('go on from the page before and over the page after', async () => {
    const upper: DrawnTable = {
      xs,
      ys: [740, 760, 780],
      cells: [
        ...['项目', '金额', '指标', '性质', '指标值'].map((text, column) => ({ row: 0, column, text })),
        { row: 1, column: 0 },
        { row: 1, column: 1 },
        ...['清淤次数', '≥', '4'].map((text, i) => ({ row: 1, column: i + 2, text })),
      ],
    };
    const lower: DrawnTable = {
      xs,
      ys: [60, 80, 100],
      cells: [
        { row: 0, column: 0 },
        { row: 0, column: 1 },
        ...['维修次数', '≥', '2'].map((text, i) => ({ row: 0, column: i + 2, text })),
        ...['宣传经费', '5.00', '播出期数', '≥', '12'].map((text, column) => ({ row: 1, column, text })),
      ],
    };
    const outer = (column: number): boolean => column < 2;
    const [grid, ...others] = gridsOf(
      await readPages([
        tablePage(upper, (y, column) => y === 780 && outer(column)),
        openPage([2, 5], ROWS, { 0: '河道巡查', 1: '36.00' }),
        tablePage(lower, (y, column) => y === 60 && outer(column)),
      ]),
    );
    expect(others).toEqual([]);
    expect(grid?.rows).toBe(39);
    expect(grid && rowsOf(grid)[1]).toBe('37x1:河道巡查|37x1:36.00|清淤次数|≥|4');
    expect(grid && rowsOf(grid)[38]).toBe('宣传经费|5.00|播出期数|≥|12');
  });

  it('are not made of a line that ends elsewhere', async () => {
    const canvas = openPage([2, 5], ROWS, {});
    const beside = new PdfCanvas().raw(canvas.operators.slice(0, -2).join('\n')).line(40, 30, 40, 800);
    const [grid] = gridsOf(await readPages([beside]));
    expect(grid?.columns).toBe(3);
  });
});
