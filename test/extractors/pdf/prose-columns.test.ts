import { describe, expect, it } from 'vitest';
import { PdfCanvas } from '../../support/pdf-builder.js';
import { readPages } from '../../support/read-pdf.js';

const LEFT = '本年度安排资金用于村级道路养护和';
const RIGHT = '完成后由镇政府组织验收并公开结果';

/** @param lower how much lower the lines of the right column stand */
const columns = (count: number, lower: number, right = RIGHT): PdfCanvas => {
  const canvas = new PdfCanvas();
  for (let i = 0; i < count; i++) {
    canvas.text(60, 100 + 16 * i, LEFT).text(320, 100 + lower + 16 * i, right);
  }
  return canvas;
};
const told = async (canvas: PdfCanvas): Promise<string[]> =>
  (await readPages([canvas])).diagnostics.map(({ code, place }) => `${code} ${place}`);

describe('a page of text in two columns', () => {
  it.each([0, 6])('is told, the right one %i points lower', async (lower) => {
    expect(await told(columns(12, lower))).toEqual(['page-in-columns p1']);
  });

  it('is not seen in two lines, nor in labels with a value each', async () => {
    expect(await told(columns(2, 0))).toEqual([]);
    expect(await told(columns(12, 0, '3月'))).toEqual([]);
  });
});
