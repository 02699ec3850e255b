import { describe, expect, it } from 'vitest';
import { drawTable, PdfCanvas } from '../../support/pdf-builder.js';
import { gridsOf, paragraphsOf, readPages } from '../../support/read-pdf.js';

const column = (ys: readonly number[], texts: readonly string[]): PdfCanvas =>
  drawTable(new PdfCanvas(), {
    xs: [60, 300],
    ys: [...ys],
    cells: texts.map((text, row) => ({ row, column: 0, text })),
  });

describe('lines that are no table', () => {
  it.each<readonly [string, string[]]>([
    ['lines of a drawing behind a legend', ['小学', '初中', '', '', '', '', '']],
    ['a page number in a frame', ['第八十七页', '']],
    ['an empty part over a title', ['', '重点项目一览']],
  ])('%s: the text goes on', async (_, texts) => {
    const ys = Array.from({ length: texts.length + 1 }, (_row, i) => 100 + 30 * i);
    const found = await readPages([column(ys, texts)]);
    expect(gridsOf(found)).toEqual([]);
    expect(paragraphsOf(found)).toEqual(texts.filter(Boolean));
  });

  it('a column of texts stays a table', async () => {
    const found = await readPages([column([100, 130, 160, 190], ['甲村', '乙村', ''])]);
    expect(gridsOf(found)).toHaveLength(1);
  });

  it.each([
    [40, 820, ['layout-as-table p1 t1 r1 c1']],
    [40, 300, []],
  ] as const)('one row from %i to %i of the page', async (top, bottom, told) => {
    const canvas = drawTable(new PdfCanvas(), {
      xs: [30, 90, 565],
      ys: [top, bottom],
      cells: [
        { row: 0, column: 0, text: '导读' },
        { row: 0, column: 1, text: '本年度安排的资金用于道路养护' },
      ],
    });
    const { diagnostics } = await readPages([canvas]);
    expect(diagnostics.map(({ code, place }) => `${code} ${place}`)).toEqual(told);
  });
});
