import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { buildPdf, drawTable, PdfCanvas, plainTable } from '../../support/pdf-builder.js';

const LINES = [
  ['办公费', '12.50', '新增'],
  ['差旅费', '3.00', '压减'],
  ['培训费', '7.25', '新增'],
  ['劳务费', '40.00', '续建'],
];

/** A label beside one cell, and what stands in that cell. */
async function diagnosticsOf(draw: (canvas: PdfCanvas) => void): Promise<string[]> {
  const canvas = new PdfCanvas();
  const { xs } = plainTable(60, 100, [60, 470], []);
  drawTable(canvas, {
    xs,
    ys: [100, 220],
    cells: [
      { row: 0, column: 0, text: '支出' },
      { row: 0, column: 1 },
    ],
  });
  draw(canvas);
  const { diagnostics } = await readBytes(buildPdf([canvas.page()]), { path: 'a.pdf' });
  return diagnostics.map(({ code, place, message }) => `${code} ${place} ${message}`);
}

const inColumns = (texts: readonly string[][]) => (canvas: PdfCanvas) =>
  texts.forEach((row, line) => {
    row.forEach((text, column) => {
      canvas.text(130 + 110 * column, 125 + 20 * line, text);
    });
  });

describe('columns of text in one ruled cell', () => {
  it.each(
    [2, 3].map((more) => [more + 1, LINES.map((row) => [...row, '2023年'].slice(0, more + 1))] as const),
  )('are told: %i of them', async (columns, texts) => {
    expect(await diagnosticsOf(inColumns(texts))).toEqual([
      `text-in-columns p1 t1 r1 c2 格内的文字排成 ${columns} 栏，中间没有画线，按行连成一格读入`,
    ]);
  });

  it('are not seen in running text, nor in labels with a value each', async () => {
    const prose = [
      '按季度拨付资金，3月底前完成招标，',
      '6月底前完成一半工程量，12月底前',
      '全部验收并交付使用，群众满意。',
    ];
    expect(await diagnosticsOf(inColumns(prose.map((text) => [text])))).toEqual([]);
    expect(await diagnosticsOf(inColumns(LINES.map((row) => row.slice(0, 2))))).toEqual([]);
  });
});
