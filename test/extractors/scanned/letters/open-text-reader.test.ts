import { describe, expect, it } from 'vitest';
import { drawPdfPage, setSubstituteFont } from '../../../../extractors/pdf/draw-pdf.js';
import type { GrayRaster } from '../../../../extractors/raster/raster.js';
import { openTextReader } from '../../../../extractors/scanned/letters/open-text-reader.js';
import { findChineseFont } from '../../../../src/pipeline/drawing/find-chinese-font.js';
import { buildPdf, PdfCanvas } from '../../../support/pdf-builder.js';

const reader = await openTextReader();
const font = findChineseFont();
if (!reader) console.warn('onnxruntime-node 或识别模型没有安装：略过文字识别的测试');

/** A font every PDF viewer has. */
const HELVETICA = {
  number: 109,
  dictionary: '/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding',
};
const SIZE = 16;

/** A page with a text in each of its rows, 40 points high. */
async function pictureOf(texts: readonly string[], chinese: boolean): Promise<GrayRaster> {
  const canvas = new PdfCanvas(400, 40 * texts.length);
  texts.forEach((text, i) => {
    const y = 40 * i + 12;
    if (chinese) canvas.text(20, y, text, SIZE);
    else canvas.raw(`BT /F9 ${SIZE} Tf 20 ${canvas.height - y - SIZE} Td (${text}) Tj ET`);
  });
  const picture = await drawPdfPage(buildPdf([canvas.page()], { objects: [HELVETICA] }), 1, []);
  if (picture?.colors !== 'gray') throw new Error('not drawn in black and white');
  return picture;
}

async function readRows(texts: readonly string[], chinese: boolean) {
  if (!reader) throw new Error('not installed');
  const picture = await pictureOf(texts, chinese);
  const step = picture.height / texts.length;
  const areas = texts.map((_, i) => ({
    left: 0,
    top: Math.round(i * step),
    right: picture.width,
    bottom: Math.round((i + 1) * step),
  }));
  return reader.read(picture, await reader.find(picture, areas), false);
}

const textOf = (characters: readonly { code: number }[]): string =>
  characters.map(({ code }) => String.fromCodePoint(code)).join('');

describe.skipIf(!reader)('the reader of texts in pictures', () => {
  it('reads figures and is sure of them', async () => {
    const texts = ['1,234.56', '98.5%', '2026', '-0.08', '10', '1'];
    const lines = await readRows(texts, false);
    expect(lines.map(({ characters }) => textOf(characters))).toEqual(texts);
    expect(
      lines.flatMap(({ characters }) => characters.filter(({ confidence }) => confidence < 0.9)),
    ).toEqual([]);
  });

  it('gives characters boxes side by side within the line', async () => {
    const [line] = await readRows(['2026'], false);
    const characters = line?.characters ?? [];
    const box = line?.box ?? { left: 0, right: 0 };
    expect(characters[0]?.left).toBeGreaterThanOrEqual(box.left);
    expect(characters.at(-1)?.right).toBeLessThanOrEqual(box.right);
    characters.slice(1).forEach(({ left }, i) => {
      expect(left).toBeGreaterThanOrEqual(characters[i]?.right ?? 0);
    });
  });

  it('finds nothing on an empty page', async () => {
    const empty = { width: 200, height: 100, pixels: new Uint8Array(20_000).fill(255) };
    const boxes = (await reader?.find(empty, [{ left: 0, top: 0, right: 200, bottom: 100 }])) ?? [];
    expect(await reader?.read(empty, boxes, false)).toEqual([]);
  });
});

describe.skipIf(!reader || !font)('Chinese texts in pictures', () => {
  it('are read with their operators', async () => {
    setSubstituteFont(font);
    const texts = ['项目绩效目标', '≥98%', '≤', '≥', '完成时间≤12月', '一般公共预算'];
    try {
      const lines = await readRows(texts, true);
      expect(lines.map(({ characters }) => textOf(characters))).toEqual(texts);
    } finally {
      setSubstituteFont(null);
    }
  });
});
