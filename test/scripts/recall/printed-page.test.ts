import { describe, expect, it } from 'vitest';
import { indicatorRows } from '../../../scripts/recall/indicator-rows.js';
import { printedPages } from '../../../scripts/recall/printed-page.js';
import { buildPdf, drawTable, PdfCanvas, type PdfPage, plainTable } from '../../support/pdf-builder.js';

const TABLE = plainTable(
  40,
  60,
  [80, 100, 180, 90],
  [
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出指标', '数量指标', '修补村道', '≥12公里'],
    ['产出指标', '质量指标', '验收合格率', '100%'],
  ],
);
const ROWS = ['修补村道|≥12公里', '验收合格率|100%'];

async function counted(page: PdfPage): Promise<string[]> {
  const rows = await indicatorRows(printedPages(buildPdf([page])));
  return rows.map(({ name, target }) => `${name}|${target}`);
}

describe('printedPages', () => {
  it('reads text and stroked borders', async () => {
    expect(await counted(drawTable(new PdfCanvas(), TABLE).page())).toEqual(ROWS);
  });

  it('reads borders painted as thin boxes', async () => {
    const canvas = new PdfCanvas();
    drawTable(canvas, TABLE, (x0, y0, x1, y1) =>
      canvas.fill(x0, y0, Math.max(x1, x0 + 0.5), Math.max(y1, y0 + 0.5)),
    );
    for await (const { lines } of printedPages(buildPdf([canvas.page()]))) {
      expect([lines.level.length, lines.upright.length]).toEqual([4, 5]);
    }
    expect(await counted(canvas.page())).toEqual(ROWS);
  });

  it('reads a table without any line', async () => {
    expect(await counted(drawTable(new PdfCanvas(), TABLE, () => {}).page())).toEqual(ROWS);
  });

  it('reads a page that is turned', async () => {
    const page = drawTable(new PdfCanvas(), TABLE).page(1);
    const content = `0 1 -1 0 842 0 cm\n${page.content}`;
    expect(await counted({ ...page, width: 842, height: 595, content })).toEqual(ROWS);
  });

  it('leaves out a slanted watermark', async () => {
    const canvas = drawTable(new PdfCanvas(), TABLE);
    canvas.raw('BT /F1 40 Tf 0.8 0.6 -0.6 0.8 100 700 Tm <516c5f00516c5f00516c5f00516c5f00> Tj ET');
    expect(await counted(canvas.page())).toEqual(ROWS);
  });
});
