import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pdfOfPicture } from '../../../extractors/raster/files/pdf-of-picture.js';
import { MOST_PIXELS } from '../../../extractors/raster/pdfium/page-raster.js';
import type { ColorRaster } from '../../../extractors/raster/raster.js';
import { readBytes } from '../../../extractors/read-bytes.js';
import { canRecognize, recognitionFor } from '../../../extractors/scanned/recognition-for.js';
import { isGrid } from '../../../src/model/grid.js';
import { drawRaster } from '../../support/pictures/draw-raster.js';
import { pngFile, tiffFile } from '../../support/pictures/picture-files.js';
import { quarterTurned } from '../../support/pictures/quarter-turned.js';
import { jpegOf } from '../../support/pictures/through-jpeg.js';
import { scannedPdf } from '../../support/scanned-pdf.js';
import { IS_THOROUGH, someOf } from '../../support/thorough.js';

const HUGE = 60_000;
const paper = (width: number, height: number, shade = 250): ColorRaster => ({
  width,
  height,
  pixels: new Uint8Array(3 * width * height).fill(shade),
});

/** A face before a wall, as far as a reader of texts can tell: soft round shapes, no stroke. */
function portrait(): ColorRaster {
  const picture = paper(700, 900, 180);
  const { width, height, pixels } = picture;
  const blobs = [
    { x: 350, y: 420, across: 170, down: 230, color: [225, 180, 150] },
    { x: 350, y: 900, across: 330, down: 260, color: [40, 50, 90] },
    { x: 350, y: 230, across: 190, down: 120, color: [35, 28, 25] },
    { x: 285, y: 380, across: 24, down: 12, color: [50, 40, 40] },
    { x: 415, y: 380, across: 24, down: 12, color: [50, 40, 40] },
    { x: 350, y: 540, across: 50, down: 12, color: [170, 70, 70] },
  ];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      for (const { x: u, y: v, across, down, color } of blobs) {
        const from = ((x - u) / across) ** 2 + ((y - v) / down) ** 2;
        const share = Math.max(0, Math.min(1, 6 * (1 - from)));
        for (let k = 0; k < 3; k++) {
          pixels[i + k] = (pixels[i + k] ?? 0) * (1 - share) + (color[k] ?? 0) * share;
        }
      }
    }
  }
  return picture;
}

/** A page whose picture is a JBIG2 stream of these segments (ITU-T T.88, 7.2). */
const jbig2Pdf = (data: readonly number[]): Uint8Array =>
  pdfOfPicture({
    width: 1000,
    height: 1400,
    orientation: 1,
    streams: [
      {
        dictionary: '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode',
        data: Uint8Array.from(data),
        left: 0,
        top: 0,
        width: 1000,
        height: 1400,
      },
    ],
  });
const word = (value: number): number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
/** Page information, 7.4.8. */
const pageOf = (width: number, height: number): number[] => [
  ...[...word(0), 48, 0, 1, ...word(19)],
  ...[...word(width), ...word(height), ...word(0), ...word(0), 0, 0, 0],
];
/** A text region that refers to itself for its symbols. */
const CIRCLE = [...word(1), 6, 1 << 5, 1, 1, ...word(40), ...new Array<number>(40).fill(1)];
/** A generic region of that size without data. */
const regionOf = (width: number, height: number): number[] => [
  ...[...word(1), 38, 0, 1, ...word(26)],
  ...[...word(width), ...word(height), ...word(0), ...word(0), 0, 0, 3, 255, 253, 255, 2, 254, 254, 254],
];

describe.skipIf(!canRecognize())('a hostile picture', () => {
  const read = async (bytes: Uint8Array) => {
    const { outcome, reason, blocks, diagnostics } = await readBytes(bytes, {
      path: 'a',
      recognition: recognitionFor('auto'),
    });
    return { outcome, said: [reason ?? '', ...diagnostics.map(({ message }) => message)].join(''), blocks };
  };
  const huge = [
    [256, 4, [HUGE]],
    [257, 4, [HUGE]],
    [258, 3, [1]],
  ] as const;

  it.each(
    someOf<readonly [string, string, () => Uint8Array]>(2, [
      ['a TIFF of 60,000 × 60,000', 'limit', () => tiffFile([{ fields: huge, strips: [new Uint8Array(9)] }])],
      [
        'a PNG that says it is of 60,000 × 60,000',
        'limit',
        () => pngFile({ width: HUGE, height: HUGE, depth: 1, color: 0, rows: new Uint8Array(9) }),
      ],
      ['a picture of a person', 'ignored', () => jpegOf(portrait(), 85)],
      ['an empty sheet', 'ignored', () => jpegOf(paper(1000, 1400), 85)],
      ['an empty sheet in a PDF', 'empty', () => scannedPdf(paper(1000, 1400), 120)],
      ['a JBIG2 bomb', 'empty', () => jbig2Pdf([...pageOf(HUGE, HUGE), ...regionOf(HUGE, HUGE)])],
      ['a JBIG2 stream in a circle', 'empty', () => jbig2Pdf([...pageOf(1000, 1400), ...CIRCLE])],
      ['a JPEG cut off', 'corrupt', () => jpegOf(portrait(), 80).subarray(0, 20_000)],
    ]),
  )('%s ends with its reason: %s', async (_, outcome, bytes) => {
    const found = await read(bytes());
    expect(found).toMatchObject({ outcome, blocks: [] });
    expect(found.said).not.toBe('');
  });

  it.runIf(IS_THOROUGH)('of a hundred million pixels is recognized smaller', async () => {
    const side = 10_000;
    const bytes = pngFile({
      width: side,
      height: side,
      depth: 1,
      color: 0,
      rows: new Uint8Array(side * (1 + side / 8)).map((_, i) => (i % (1 + side / 8) === 0 ? 0 : 255)),
    });
    const seen: number[] = [];
    const { outcome } = await readBytes(bytes, {
      path: 'a.png',
      recognition: {
        again: false,
        isSpent: () => false,
        async read({ width, height }) {
          seen.push(width * height);
          return null;
        },
      },
    });
    expect(outcome).toBe('ignored');
    expect(seen).toEqual([expect.any(Number)]);
    expect(seen[0]).toBeLessThanOrEqual(MOST_PIXELS);
  });

  it.runIf(IS_THOROUGH)('on its head is read as if it were not', async () => {
    const sample = readFileSync(new URL('../../../samples/guizhou-xifeng-scan.pdf', import.meta.url));
    const scan = await drawRaster(sample, 1, 200);
    const { blocks } = await read(jpegOf(quarterTurned(scan, 2).raster, 85));
    const cells = blocks.filter(isGrid).flatMap((grid) => grid.cells.map(({ text }) => text));
    expect(cells).toEqual(
      expect.arrayContaining(['项目名称', '高标准农田管护补助', '136.00', '≥2.60万亩', '≤52元']),
    );
  });
});
