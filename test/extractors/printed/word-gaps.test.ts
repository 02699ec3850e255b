import { describe, expect, it } from 'vitest';
import type { TextLine } from '../../../extractors/printed/layout/text-lines.js';
import { joinWrappedLines, wordBreak } from '../../../extractors/printed/layout/wrapped-text.js';
import { PdfCanvas, type PdfObject } from '../../support/pdf-builder.js';
import { paragraphsOf, readPages } from '../../support/read-pdf.js';

/** A Latin font whose code 1 is a tab, as wide as a space. */
const TABBED: PdfObject[] = [
  {
    number: 109,
    dictionary: `/Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /LastChar 122 /Widths [${Array.from({ length: 122 }, (_, i) => (i === 0 ? 200 : 500)).join(' ')}] /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /space] >> /ToUnicode 110 0 R`,
  },
  {
    number: 110,
    dictionary: '',
    stream:
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <01> <0009> endbfchar 1 beginbfrange <61> <7a> <0061> endbfrange endcmap end end',
  },
];

const figures = (values: readonly number[], pitch: number): string[] =>
  values.map(
    (value, i) =>
      `BT /F1 10 Tf ${60 + pitch * i} 700 Td <${[...String(value)].map((digit) => `003${digit}`).join('')}> Tj ET`,
  );

const line = (text: string, top: number): TextLine => ({
  text,
  size: 10,
  glyphs: [],
  left: 12,
  right: 12 + 5 * text.length,
  top,
  bottom: top + 10,
});
const cellOf = (texts: readonly string[], width: number): string =>
  joinWrappedLines(
    texts.map((text, i) => line(text, 12 * i)),
    10,
    10 + width,
  );

describe('words of a line', () => {
  it('are parted by printed tabs that take room', async () => {
    const canvas = new PdfCanvas().raw('BT /F9 10 Tf 60 700 Td <726f61640177696465> Tj ET');
    expect(paragraphsOf(await readPages([canvas], { objects: TABBED }))).toEqual(['road wide']);
  });

  it('are not parted by a printed tab under the next character', async () => {
    const canvas = new PdfCanvas().raw('BT /F9 10 Tf 60 700 Td [<726f616401> 200 <77696465>] TJ ET');
    expect(paragraphsOf(await readPages([canvas], { objects: TABBED }))).toEqual(['roadwide']);
  });

  it('are parted where each figure is drawn by itself, close to the next', async () => {
    const canvas = new PdfCanvas();
    for (const operator of figures([11, 11, 11, 11, 11], 11.5)) canvas.raw(operator);
    expect(paragraphsOf(await readPages([canvas]))).toEqual(['11 11 11 11 11']);
  });

  it('are one where a figure is drawn in pieces', async () => {
    const canvas = new PdfCanvas();
    for (const operator of figures([11, 11, 11, 11, 11], 10.2)) canvas.raw(operator);
    expect(paragraphsOf(await readPages([canvas]))).toEqual(['1111111111']);
  });
});

describe('lines of one cell', () => {
  it.each<readonly [string[], string]>([
    [['62,785,105', '11,200'], '62,785,105\n11,200'],
    [['1204.50', '3300.75'], '1204.50\n3300.75'],
    [['12,785,', '105'], '12,785,105'],
    [['12,785,1', '05.30'], '12,785,105.30'],
    [['120450', '3300'], '1204503300'],
  ])('%j that fill it', (texts, text) => {
    expect(cellOf(texts, 5 * (texts[0]?.length ?? 0) + 4)).toBe(text);
  });

  it.each([
    ['computer paper, etc.', 'According to', ' '],
    ['pens, pencils,', 'paper', ' '],
    ['Revenue &', 'Capital', ' '],
    ['compared to', '86.0 %', ' '],
    ['11.3% or', '$92.4', ' '],
    ['见www.example.', 'gov.cn', ''],
    ['https://example.gov.cn/a.', 'html', ''],
    ['预算编码K', '12', ''],
    ['合计12,', '345', ''],
    ['项目支出', 'ABC', ''],
  ])('%s | %s', (before, after, gap) => {
    expect(wordBreak(before, after)).toBe(gap);
  });
});
