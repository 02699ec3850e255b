import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../../src/model/grid.js';
import { PdfCanvas, type PdfObject, type PdfPage } from '../../support/pdf-builder.js';
import { gridsOf, paragraphsOf, readPages, rowsOf } from '../../support/read-pdf.js';

const GRAY = '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8';
const OBJECTS: PdfObject[] = [
  { number: 100, dictionary: GRAY, stream: '0' },
  { number: 101, dictionary: `${GRAY} /SMask 102 0 R`, stream: '0' },
  { number: 102, dictionary: GRAY, stream: '\x01' },
];
const RESOURCES = '/XObject << /X0 100 0 R /X1 101 0 R >> /ExtGState << /G << /ca 0 >> >>';
const SCAN = 'q 595 0 0 842 0 0 cm /X0 Do Q';
const WATERMARK = 'q 595 0 0 842 0 0 cm /X1 Do Q';
const LAYER = '部门整体支出绩效目标表二〇二六年度';
const STAMP = '来源：某市档案馆馆藏第十二号卷宗';

const read = (...pages: (PdfCanvas | PdfPage)[]): Promise<Extraction> =>
  readPages(
    pages.map((page) => (page instanceof PdfCanvas ? page.page(0, RESOURCES) : page)),
    { objects: OBJECTS },
  );
const codesOf = ({ diagnostics }: Extraction): string[] =>
  diagnostics.map(({ code, place }) => `${code} ${place}`);
const strips = [0, 1, 2, 3].map((i) => `q 595 0 0 210.5 0 ${210.5 * i} cm /X0 Do Q`).join(' ');

describe('the text layer of a scan', () => {
  const layer = (canvas: PdfCanvas): PdfCanvas => canvas.text(50, 100, LAYER);
  it.each<readonly [string, () => PdfCanvas]>([
    ['without ink over the picture', () => layer(new PdfCanvas().raw(SCAN).raw('3 Tr'))],
    ['without ink under it', () => layer(new PdfCanvas().raw('3 Tr')).raw(SCAN)],
    ['in white', () => layer(new PdfCanvas().raw(SCAN).raw('1 1 1 rg'))],
    ['without opacity', () => layer(new PdfCanvas().raw(SCAN).raw('/G gs'))],
    ['in black under the picture', () => layer(new PdfCanvas()).raw(SCAN)],
    ['over strips of it', () => layer(new PdfCanvas().raw(strips).raw('3 Tr'))],
    ['in black under strips of it', () => layer(new PdfCanvas()).raw(strips)],
    [
      'under a white page under the picture',
      () => layer(new PdfCanvas()).fill(0, 0, 595, 842, '1 1 1').raw(SCAN),
    ],
  ])('is read and marked: %s', async (_, drawn) => {
    const extraction = await read(drawn());
    expect(paragraphsOf(extraction)).toEqual([LAYER]);
    expect(codesOf(extraction)).toEqual(['recognized-text p1']);
  });

  it('is read beside what was stamped on the picture', async () => {
    const canvas = layer(new PdfCanvas().raw(SCAN).raw('3 Tr')).raw('0 Tr').text(50, 800, STAMP);
    const extraction = await read(canvas);
    expect(paragraphsOf(extraction)).toEqual([LAYER, STAMP]);
    expect(codesOf(extraction)).toEqual(['recognized-text p1']);
  });

  it('gives tables by the columns of its text', async () => {
    const rows = [
      ['指标名称', '指标值', '单位'],
      ['培训人数', '120', '人'],
      ['接访批次', '300', '批'],
      ['办结率', '98', '%'],
    ];
    const canvas = new PdfCanvas().raw(SCAN).raw('3 Tr');
    rows.forEach((texts, row) => {
      texts.forEach((text, column) => {
        canvas.text(60 + 140 * column, 100 + 18 * row, text);
      });
    });
    const [grid] = gridsOf(await read(canvas));
    expect(grid && rowsOf(grid)).toEqual(rows.map((row) => row.join('|')));
    expect(grid?.certainty).toBe('aligned');
  });

  it('counts page by page: a page without one is still to be recognized', async () => {
    const extraction = await read(layer(new PdfCanvas().raw(SCAN).raw('3 Tr')), new PdfCanvas().raw(SCAN));
    expect(extraction.outcome).toBe('partial');
    expect(codesOf(extraction)).toEqual(['recognized-text p1', 'page-image-only p2']);
  });

  it('stays hidden where it was painted over afterwards', async () => {
    const canvas = new PdfCanvas().raw(SCAN).raw('3 Tr').text(50, 100, LAYER).text(50, 200, STAMP);
    const extraction = await read(canvas.raw('0 Tr').fill(40, 190, 400, 220));
    expect(paragraphsOf(extraction)).toEqual([LAYER]);
    const alone = new PdfCanvas().raw(SCAN).raw('3 Tr').text(50, 100, LAYER).fill(40, 90, 400, 120);
    expect((await read(alone)).outcome).toBe('needs-ocr');
  });
});

describe('text that is no layer of a scan', () => {
  it('is visible under a watermark that shows through', async () => {
    const canvas = new PdfCanvas();
    for (let line = 0; line < 6; line++)
      canvas.text(50, 100 + 30 * line, `第${line}项：${LAYER.repeat(2)}。`);
    const extraction = await read(canvas.raw(WATERMARK));
    expect(codesOf(extraction)).toEqual([]);
    expect(paragraphsOf(extraction)[0]).toContain(LAYER);
  });

  it('stays hidden where the page prints much more over its background', async () => {
    const canvas = new PdfCanvas().raw(SCAN);
    for (let line = 0; line < 6; line++)
      canvas.text(50, 100 + 30 * line, `第${line}项：${LAYER.repeat(2)}。`);
    const extraction = await read(canvas.raw('3 Tr').text(50, 600, STAMP));
    expect(paragraphsOf(extraction).join('')).not.toContain(STAMP);
    expect(codesOf(extraction)).toEqual([]);
  });

  it('is told to be all that was read where it is little on a picture that fills the page', async () => {
    const extraction = await read(new PdfCanvas().raw(SCAN).text(50, 800, STAMP));
    expect(paragraphsOf(extraction)).toEqual([STAMP]);
    expect(codesOf(extraction)).toEqual(['page-mostly-image p1']);
  });
});
