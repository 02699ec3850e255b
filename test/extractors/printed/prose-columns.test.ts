import { describe, expect, it } from 'vitest';
import { PdfCanvas } from '../../support/pdf-builder.js';
import { readPages } from '../../support/read-pdf.js';

const NUMBERS = '一二三四五六七八九十甲乙';
const LEFT = '年度安排的资金用于村级道路养护';
const RIGHT = '批完成后由镇政府组织验收并公开';

/** @param lower how much lower the lines of the right column stand */
const columns = (count: number, lower: number, right = RIGHT): PdfCanvas => {
  const canvas = new PdfCanvas();
  for (let i = 0; i < count; i++) {
    const number = NUMBERS[i] ?? '';
    canvas.text(60, 100 + 16 * i, number + LEFT).text(320, 100 + lower + 16 * i, number + right);
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
