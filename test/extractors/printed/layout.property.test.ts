import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DrawnCell, type DrawnTable, drawTable, PdfCanvas } from '../../support/pdf-builder.js';
import { gridsOf, readPages } from '../../support/read-pdf.js';
import { runsOf } from '../../support/thorough.js';

/** Cuts a range of slots into two by turns until nothing is left to cut: any layout of nested spans. */
function divide(
  range: Required<Omit<DrawnCell, 'text'>>,
  cuts: readonly number[],
  depth: number,
): DrawnCell[] {
  const [cut = 0, ...rest] = cuts;
  const sideways = cut % 2 === 0;
  const length = sideways ? range.colSpan : range.rowSpan;
  if (length < 2 || cuts.length === 0 || (depth > 1 && cut % 7 === 0)) return [{ ...range, text: '' }];
  const first = 1 + (cut % (length - 1));
  const half = Math.floor(rest.length / 2);
  const [a, b] = sideways
    ? [
        { ...range, colSpan: first },
        { ...range, column: range.column + first, colSpan: length - first },
      ]
    : [
        { ...range, rowSpan: first },
        { ...range, row: range.row + first, rowSpan: length - first },
      ];
  return [...divide(a, rest.slice(0, half), depth + 1), ...divide(b, rest.slice(half), depth + 1)];
}

const layouts = fc
  .record({
    widths: fc.array(fc.integer({ min: 40, max: 90 }), { minLength: 2, maxLength: 5 }),
    heights: fc.array(fc.integer({ min: 18, max: 60 }), { minLength: 2, maxLength: 7 }),
    cuts: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 }),
  })
  .map(({ widths, heights, cuts }): DrawnTable => {
    const positions = (start: number, sizes: number[]): number[] => {
      const ends = [start];
      for (const size of sizes) ends.push((ends.at(-1) ?? 0) + size);
      return ends;
    };
    const whole = { row: 0, column: 0, rowSpan: heights.length, colSpan: widths.length };
    const cells = divide(whole, cuts, 0).map((cell, i) => ({ ...cell, text: `格${i}` }));
    return { xs: positions(60, widths), ys: positions(80, heights), cells };
  })
  .filter((table) => table.cells.length > 1);

/** Lines that border no cell are no lines of the grid: rows and columns count among those that do. */
function expected({ cells }: DrawnTable): string[] {
  const edges = (ends: number[]): number[] => [...new Set(ends)].sort((a, b) => a - b);
  const columns = edges(cells.flatMap((cell) => [cell.column, cell.column + (cell.colSpan ?? 1)]));
  const rows = edges(cells.flatMap((cell) => [cell.row, cell.row + (cell.rowSpan ?? 1)]));
  return cells
    .map((cell) => {
      const row = rows.indexOf(cell.row);
      const column = columns.indexOf(cell.column);
      const rowSpan = rows.indexOf(cell.row + (cell.rowSpan ?? 1)) - row;
      const colSpan = columns.indexOf(cell.column + (cell.colSpan ?? 1)) - column;
      return `${row + 1} ${column + 1} ${rowSpan}x${colSpan} ${cell.text}`;
    })
    .sort();
}

type Side = (x0: number, y0: number, x1: number, y1: number) => void;

const PENS: Record<string, (canvas: PdfCanvas) => Side> = {
  strokes:
    (canvas) =>
    (...ends) =>
      canvas.line(...ends),
  'thin rectangles': (canvas) => (x0, y0, x1, y1) => canvas.fill(x0 - 0.3, y0 - 0.3, x1 + 0.3, y1 + 0.3),
};

/** The rows of a table above or below a break, merged cells cut by it without a border there. */
function drawPart(table: DrawnTable, from: number, to: number, top: number): PdfCanvas {
  const canvas = new PdfCanvas();
  const shift = top - (table.ys[from] ?? 0);
  const ys = table.ys.slice(from, to + 1).map((y) => y + shift);
  for (const cell of table.cells) {
    const end = cell.row + (cell.rowSpan ?? 1);
    if (end <= from || cell.row >= to) continue;
    const left = table.xs[cell.column] ?? 0;
    const right = table.xs[cell.column + (cell.colSpan ?? 1)] ?? 0;
    const upper = ys[Math.max(cell.row, from) - from] ?? 0;
    const lower = ys[Math.min(end, to) - from] ?? 0;
    canvas.line(left, upper, left, lower).line(right, upper, right, lower);
    if (cell.row >= from) canvas.line(left, upper, right, upper);
    if (end <= to) canvas.line(left, lower, right, lower);
    if (cell.row >= from) canvas.text(left + 3, upper + 3, cell.text ?? '');
  }
  return canvas;
}

/** Whether the parts above and below a break have enough column lines in common to be seen as one table. */
function sharesColumns({ cells, xs }: DrawnTable, at: number): boolean {
  const inner = (inPart: (cell: DrawnCell) => boolean): number[] =>
    [...new Set(cells.filter(inPart).map((cell) => cell.column))].filter((column) => column > 0);
  const above = inner((cell) => cell.row < at);
  const below = inner((cell) => cell.row + (cell.rowSpan ?? 1) > at);
  const shared = above.filter((column) => below.includes(column)).length;
  return xs.length > 2 && 2 * shared >= Math.min(above.length, below.length);
}

describe('any layout of merged cells', () => {
  it('is made whole again where a page break cuts it', async () => {
    await fc.assert(
      fc.asyncProperty(layouts, fc.integer({ min: 1, max: 6 }), async (table, cut) => {
        const rows = table.ys.length - 1;
        const at = 1 + (cut % (rows - 1));
        fc.pre(table.cells.some((cell) => cell.row === at) && sharesColumns(table, at));
        const height = (table.ys[at] ?? 0) - (table.ys[0] ?? 0);
        const pages = [drawPart(table, 0, at, 790 - height), drawPart(table, at, rows, 60)];
        const grids = gridsOf(await readPages(pages));
        expect(grids).toHaveLength(1);
        const read = grids[0]?.cells
          .map((c) => `${c.row} ${c.column} ${c.rowSpan}x${c.colSpan} ${c.text}`)
          .sort();
        expect(read).toEqual(expected(table));
      }),
      { numRuns: runsOf(30, 150) },
    );
  });

  it.each(Object.entries(PENS))('is read back as it was drawn with %s', async (_, pen) => {
    await fc.assert(
      fc.asyncProperty(layouts, async (table) => {
        const canvas = new PdfCanvas();
        drawTable(canvas, table, pen(canvas));
        const [grid] = gridsOf(await readPages([canvas]));
        const read = grid?.cells
          .map((c) => `${c.row} ${c.column} ${c.rowSpan}x${c.colSpan} ${c.text}`)
          .sort();
        expect(read).toEqual(expected(table));
      }),
      { numRuns: runsOf(30, 150) },
    );
  });
});
