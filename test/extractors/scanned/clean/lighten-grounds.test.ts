import { beforeAll, describe, expect, it } from 'vitest';
import { setSubstituteFont } from '../../../../extractors/pdf/draw-pdf.js';
import { readPageBlocks } from '../../../../extractors/printed/layout/page-blocks.js';
import type { GrayRaster } from '../../../../extractors/raster/raster.js';
import { grayOfPage } from '../../../../extractors/scanned/clean/gray-of-page.js';
import { lightenGrounds } from '../../../../extractors/scanned/clean/lighten-grounds.js';
import { openTextReader } from '../../../../extractors/scanned/letters/open-text-reader.js';
import { recognizePage } from '../../../../extractors/scanned/recognize-page.js';
import { findChineseFont } from '../../../../src/pipeline/drawing/find-chinese-font.js';
import { buildPdf, drawTable, PdfCanvas, plainTable } from '../../../support/pdf-builder.js';
import { drawRaster } from '../../../support/pictures/draw-raster.js';
import { officeScan } from '../../../support/pictures/office-scan.js';
import { IS_THOROUGH, someOf } from '../../../support/thorough.js';

const [WIDTH, HEIGHT] = [400, 240];
type Area = readonly [left: number, top: number, right: number, bottom: number, level: number];

/** Areas over one another on paper, through the lightening. */
function lightened(...areas: readonly Area[]): (x: number, y: number) => number {
  const pixels = new Uint8Array(3 * WIDTH * HEIGHT).fill(250);
  for (const [left, top, right, bottom, level] of areas) {
    for (let y = top; y < bottom; y++) pixels.fill(level, 3 * (y * WIDTH + left), 3 * (y * WIDTH + right));
  }
  const { gray, cells } = grayOfPage({ width: WIDTH, height: HEIGHT, pixels });
  lightenGrounds(gray, cells);
  return (x, y) => levelAt(gray, x, y);
}
const levelAt = ({ width, pixels }: GrayRaster, x: number, y: number): number => pixels[y * width + x] ?? -1;

const BAND = [53, 61, 347, 109] as const;
/** A stroke of a character in the band, and one of a rule across it. */
const STROKE = [120, 75, 124, 95] as const;
const RULE = [200, 61, 202, 109] as const;

describe('a dark ground', () => {
  it.each([
    ['black', 0],
    ['dark', 60],
    ['of a middle shade', 140],
  ])('that is %s with pale text becomes paper with dark text, with a line around it', (_, level) => {
    const at = lightened([...BAND, level], [...STROKE, 250], [...RULE, 250], [130, 75, 180, 79, 250]);
    expect(at(100, 85)).toBe(255);
    expect(at(122, 85)).toBeLessThan(30);
    expect(at(201, 85)).toBeLessThan(30);
    expect([at(53, 85), at(346, 85), at(100, 61), at(100, 108)]).toEqual([0, 0, 0, 0]);
    expect([at(50, 85), at(100, 58), at(100, 112)]).toEqual([250, 250, 250]);
  });

  it.each<readonly [string, Area[]]>([
    [
      'a shade with dark text',
      [
        [...BAND, 170],
        [...STROKE, 20],
        [130, 75, 180, 79, 20],
      ],
    ],
    ['a shade without text', [[...BAND, 60]]],
    [
      'the border of a scanner',
      [
        [0, 0, 40, HEIGHT, 30],
        [10, 60, 30, 64, 250],
        [10, 100, 30, 104, 250],
      ],
    ],
    [
      'a rule and a small square',
      [
        [53, 61, 347, 67, 0],
        [60, 90, 80, 110, 0],
        [66, 96, 70, 104, 250],
      ],
    ],
    [
      'a thick character',
      [
        [60, 60, 170, 80, 0],
        [60, 100, 170, 120, 0],
        [60, 140, 170, 160, 0],
        [105, 60, 127, 160, 0],
        [60, 60, 80, 160, 0],
      ],
    ],
    ['text on paper', Array.from({ length: 30 }, (_, i): Area => [60 + 9 * i, 70, 63 + 9 * i, 98, 0])],
  ])('is none: %s stays as it is', (_, areas) => {
    const at = lightened(...areas);
    for (const [left, top, right, bottom, level] of areas.slice(-1)) {
      expect(at((left + right) >> 1, (top + bottom) >> 1)).toBe(level);
    }
    const [[left, top, , , level] = [0, 0, 0, 0, 0]] = areas;
    expect(at(left + 2, top + 2)).toBe(level);
  });
});

const font = findChineseFont();
const reader = await openTextReader();

describe.skipIf(!font || !reader || !IS_THOROUGH)('a table with a dark head', () => {
  beforeAll(() => setSubstituteFont(font));
  const TABLE = plainTable(
    40,
    100,
    [125, 125, 125, 125],
    [
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '修建校舍面积', '≥3200平方米'],
      ['效益指标', '社会效益指标', '受益学生人数', '≥1500人'],
    ],
  );
  const [left = 0, right = 0] = [TABLE.xs[0], TABLE.xs.at(-1)];
  const [top = 0, bottom = 0] = TABLE.ys;

  it.each(
    someOf(1, [
      ['navy', '0 0.2 0.4'],
      ['green', '0.44 0.68 0.28'],
      ['red as a seal', '0.75 0 0'],
    ]),
  )('in %s is read with its head', async (_, color) => {
    if (!reader) throw new Error('no reader');
    const canvas = new PdfCanvas(595, 300).text(200, 50, '项目支出绩效目标表', 16);
    drawTable(canvas, TABLE).fill(left, top, right, bottom, color).raw('1 1 1 rg');
    for (const { row, column, text = '' } of TABLE.cells) {
      if (row === 0) canvas.text((TABLE.xs[column] ?? 0) + 4, top + 4, text);
    }
    const { raster } = officeScan(await drawRaster(buildPdf([canvas.page()]), 1, 200), 5);
    const content = await recognizePage(raster, 200 / 72, reader);
    const table = content && readPageBlocks(content, 1).blocks.find(({ kind }) => kind === 'table');
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.table.cells.map(({ text }) => text)).toEqual(TABLE.cells.map(({ text }) => text));
  });
});
