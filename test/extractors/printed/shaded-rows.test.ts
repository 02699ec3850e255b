import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { isGrid } from '../../../src/model/grid.js';
import { buildPdf, drawTable, PdfCanvas, plainTable } from '../../support/pdf-builder.js';

const GREY = '0.8 0.85 0.9';
const ROWS = [
  ['项目', '本年预算', '上年预算'],
  ['办公费', '12.50', '10.00'],
  ['差旅费', '3.00', '4.00'],
  ['培训费', '7.25', '6.50'],
  ['合计', '22.75', '20.50'],
];
const TOP = 100;
const LEFT = 60;
const WIDTHS = [120, 90, 90];
const RIGHT = LEFT + 300;

/** Rows with a frame from row `from` to before row `to`, and backgrounds. */
function drawn(
  rows: readonly string[][],
  from: number,
  to: number,
  shade: (canvas: PdfCanvas) => void,
): PdfCanvas {
  const canvas = new PdfCanvas();
  shade(canvas);
  const ruled = (y: number): boolean => y >= TOP + 20 * from && y <= TOP + 20 * to;
  return drawTable(canvas, plainTable(LEFT, TOP, WIDTHS, rows), (x0, y0, x1, y1) => {
    if (ruled(y0) && ruled(y1)) canvas.line(x0, y0, x1, y1);
  });
}

const band = (canvas: PdfCanvas, row: number): PdfCanvas =>
  canvas.fill(LEFT, TOP + 20 * row, RIGHT, TOP + 20 * (row + 1), GREY);

const bands =
  (...rows: number[]) =>
  (canvas: PdfCanvas): void => {
    for (const row of rows) band(canvas, row);
  };

async function tablesOf(canvas: PdfCanvas): Promise<string[][][]> {
  const { blocks } = await readBytes(buildPdf([canvas.page()]), { path: 'a.pdf' });
  return blocks
    .filter(isGrid)
    .map(({ rows, cells }) =>
      Array.from({ length: rows }, (_, row) =>
        cells.filter((cell) => cell.row === row + 1).map(({ text }) => text),
      ),
    );
}

describe('rows drawn by their backgrounds alone', () => {
  it('are the header above a frame, drawn as one area', async () => {
    expect(await tablesOf(drawn(ROWS, 1, 5, (canvas) => band(canvas, 0)))).toEqual([ROWS]);
  });

  it('are the header above a frame, drawn cell by cell with white between', async () => {
    const shade = (canvas: PdfCanvas): void => {
      let x = LEFT;
      for (const width of WIDTHS) {
        canvas.fill(x + 1, TOP + 1, x + width - 1, TOP + 19, GREY);
        x += width;
      }
    };
    expect(await tablesOf(drawn(ROWS, 1, 5, shade))).toEqual([ROWS]);
  });

  it('are a header of two levels, whose upper texts run over column lines', async () => {
    const rows = [['项目', '', ''], ...ROWS];
    const canvas = drawn(rows, 2, 6, (under) => band(band(under, 0), 1));
    canvas.text(LEFT + 140, TOP + 3, '财政拨款安排的支出预算');
    expect((await tablesOf(canvas))[0]?.slice(0, 2)).toEqual([['项目', '财政拨款安排的支出预算'], ROWS[0]]);
  });

  it('are the totals below a frame', async () => {
    expect(await tablesOf(drawn(ROWS, 0, 4, (canvas) => band(canvas, 4)))).toEqual([ROWS]);
  });

  it('are a banded body below a ruled header, whichever rows have the background', async () => {
    const even = drawn(ROWS, 0, 1, bands(2, 4));
    const odd = drawn(ROWS, 0, 1, bands(1, 3));
    expect([await tablesOf(even), await tablesOf(odd)]).toEqual([[ROWS], [ROWS]]);
  });

  it('are no rows where the area is wider than the frame, apart from it, or without text', async () => {
    const body = ROWS.slice(1);
    const wide = drawn(ROWS, 1, 5, (canvas) => canvas.fill(LEFT - 30, TOP, RIGHT + 30, TOP + 20, GREY));
    const apart = drawn([['一、支出明细', '', ''], ['', '', ''], ['', '', ''], ...body], 3, 7, (canvas) =>
      band(canvas, 0),
    );
    const blank = drawn([['', '', ''], ...body], 1, 5, (canvas) => band(canvas, 0));
    for (const canvas of [wide, apart, blank]) expect(await tablesOf(canvas)).toEqual([body]);
  });

  it('keep every text, whatever rows have a background and no rules', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 5 }),
        async (shaded, from, height) => {
          const to = Math.min(5, from + height);
          const canvas = drawn(ROWS, from, to, bands(...shaded.flatMap((is, row) => (is ? [row] : []))));
          const { blocks } = await readBytes(buildPdf([canvas.page()]), { path: 'a.pdf' });
          const read = blocks.flatMap((block) =>
            isGrid(block)
              ? block.cells.map(({ text }) => text)
              : block.kind === 'paragraph'
                ? [block.text]
                : [],
          );
          const letters = (texts: readonly string[]): string[] =>
            [...texts.join('').replace(/\s/g, '')].sort();
          expect(letters(read)).toEqual(letters(ROWS.flat()));
        },
      ),
      { numRuns: 60 },
    );
  });
});
