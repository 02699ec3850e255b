import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { isGrid } from '../../../src/model/grid.js';
import { buildPdf, drawTable, PdfCanvas, plainTable } from '../../support/pdf-builder.js';

const ROWS = [
  ['项目', '本年预算'],
  ['办公费', '12.50'],
  ['差旅费', '3.00'],
];

/** A table inside of the lines of a layout at the given places. */
async function gridsIn(xs: readonly number[], ys: readonly number[], rows = ROWS): Promise<string[][]> {
  const cells = xs.slice(1).flatMap((_, column) => ys.slice(1).map((__, row) => ({ row, column })));
  const canvas = drawTable(new PdfCanvas(), { xs, ys, cells });
  drawTable(canvas, plainTable(80, 300, [120, 120], rows));
  canvas.text(80, 250, '支出安排如下').text(80, 500, '以上预算经审议通过');
  const { blocks } = await readBytes(buildPdf([canvas.page()]), { path: 'a.pdf' });
  return blocks.filter(isGrid).map(({ cells: read }) => read.map(({ text }) => text));
}

describe('lines that lay out a page', () => {
  it.each([
    ['a frame', [20, 575], [20, 820]],
    ['a margin at the right', [20, 540, 575], [20, 820]],
    ['a margin at the left', [20, 60, 575], [20, 820]],
    ['a place for the heading', [20, 575], [20, 120, 820]],
    ['places for heading and footer', [20, 575], [20, 120, 780, 820]],
  ])('do not take in the table that stands within: %s', async (_, xs, ys) => {
    expect(await gridsIn(xs, ys)).toEqual([ROWS.flat()]);
  });

  it('are a table where that within is no larger, or they are a part of the page', async () => {
    expect(await gridsIn([20, 540, 575], [20, 820], [['办公费', '12.50']])).toHaveLength(1);
    const [outer] = await gridsIn([60, 70, 400], [240, 560]);
    expect(outer).toHaveLength(2);
  });
});
