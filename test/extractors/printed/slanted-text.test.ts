import { describe, expect, it } from 'vitest';
import { drawTable, PdfCanvas, plainTable } from '../../support/pdf-builder.js';
import { furnitureOf, gridsOf, paragraphsOf, readPages, rowsOf } from '../../support/read-pdf.js';

describe('text that runs askew', () => {
  const rows = [
    ['一级指标', '指标值'],
    ['产出指标', '≥42公里'],
  ];
  /** Draws a text in a direction, degrees against the clock. */
  const askew = (
    canvas: PdfCanvas,
    x: number,
    y: number,
    degrees: number,
    text: string,
    size = 30,
  ): PdfCanvas => {
    const angle = (degrees / 180) * Math.PI;
    const [c, s] = [Math.cos(angle), Math.sin(angle)].map((value) => value.toFixed(4));
    const codes = [...text].map((char) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
    return canvas.raw(`BT /F1 ${size} Tf ${c} ${s} -${s} ${c} ${x} ${canvas.height - y} Tm <${codes}> Tj ET`);
  };
  const table = () => drawTable(new PdfCanvas(), plainTable(50, 100, [100, 100], rows));

  it.each([-45, 30, 60, 135, -20])('is part of no cell and no paragraph: %s°', async (degrees) => {
    const canvas = askew(table(), 100, 120, degrees, '仅供查阅');
    askew(canvas, 300, 500, degrees, '严禁转载');
    const extraction = await readPages([canvas]);
    expect(gridsOf(extraction).flatMap(rowsOf)).toEqual(rows.map((row) => row.join('|')));
    expect(paragraphsOf(extraction)).toEqual([]);
    expect(furnitureOf(extraction).toSorted()).toEqual(['严禁转载', '仅供查阅']);
    expect(extraction.diagnostics.map(({ code }) => code)).toEqual(['slanted-text']);
  });

  it('is one diagnostic for all pages', async () => {
    const pages = [1, 2, 3].map(() => askew(table(), 100, 120, 45, '样本'));
    const { diagnostics } = await readPages(pages);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '第 1 页起 3 页有斜排的文字（多为水印），未计入表格和段落：样本',
    ]);
  });

  it('makes no picture a page of text', async () => {
    const image = {
      number: 100,
      dictionary:
        '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray',
      stream: 'x',
    };
    const canvas = new PdfCanvas().raw('q 595 0 0 842 0 0 cm /X0 Do Q');
    for (const y of [200, 400, 600]) askew(canvas, 100, y, 45, '仅供公开查阅使用');
    const { outcome } = await readPages([canvas.page(0, '/XObject << /X0 100 0 R >>')], { objects: [image] });
    expect(outcome).toBe('needs-ocr');
  });

  it('is read where the whole page lies a little askew', async () => {
    const canvas = askew(table(), 55, 400, 3, '信访接待中心', 10);
    expect(paragraphsOf(await readPages([canvas]))).toEqual(['信访接待中心']);
  });
});
