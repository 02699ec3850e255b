import { describe, expect, it } from 'vitest';
import type { ColorRaster } from '../../../extractors/raster/raster.js';
import { buildPdf, PdfCanvas } from '../pdf-builder.js';
import { IS_THOROUGH, someOf } from '../thorough.js';
import { drawRaster } from './draw-raster.js';
import { blank, type Point } from './made-picture.js';
import { fillBox, pageOfMarks } from './page-of-marks.js';
import { PICTURE_KINDS } from './picture-kinds.js';
import { quarterTurned } from './quarter-turned.js';
import { sealed } from './sealed.js';

const SPOTS: readonly Point[] = [
  [60, 50],
  [340, 80],
  [200, 250],
];

function spottedPage(): ColorRaster {
  const page = blank(400, 300);
  for (const [x, y] of SPOTS) fillBox(page, x - 4, y - 4, x + 4, y + 4);
  return page;
}

/** Darkness around a point. */
function inkAt({ width, pixels }: ColorRaster, [x, y]: Point): number {
  const i = 3 * (Math.floor(y) * width + Math.floor(x));
  return 255 - ((pixels[i] ?? 0) + (pixels[i + 1] ?? 0) + (pixels[i + 2] ?? 0)) / 3;
}

const isSame = (one: ColorRaster, other: ColorRaster): boolean =>
  one.width === other.width && Buffer.from(one.pixels).equals(other.pixels);

describe('pictures of pages', () => {
  for (const [name, { make }] of someOf(3, Object.entries(PICTURE_KINDS))) {
    it(`${name}: what was on the page is found where it says it has come to`, () => {
      const made = make(spottedPage(), 5);
      for (const spot of SPOTS) expect(inkAt(made.raster, made.at(spot))).toBeGreaterThan(120);
    });

    it(`${name}: the same for the same seed`, () => {
      const page = pageOfMarks(2, { width: 300, height: 200 });
      const made = make(page, 3).raster;
      expect(isSame(make(page, 3).raster, made)).toBe(true);
      if (name !== 'clean') expect(isSame(make(page, 4).raster, made)).toBe(false);
    });
  }

  it.each([1, 2, 3])('turned by %i quarters', (turns) => {
    const { raster, at } = quarterTurned(spottedPage(), turns);
    for (const spot of SPOTS) expect(inkAt(raster, at(spot))).toBe(255);
    expect(isSame(quarterTurned(raster, 4 - turns).raster, spottedPage())).toBe(true);
  });

  it('a seal leaves the ink under it dark and colours the paper', () => {
    const page = blank(400, 400);
    fillBox(page, 0, 199, 400, 202);
    const { pixels } = sealed(page, 1, { color: 'red', at: [0.5, 0.5] });
    const middle = 3 * (200 * 400 + 200);
    const paper = 3 * (195 * 400 + 200);
    expect([...pixels.subarray(middle, middle + 3)]).toEqual([0, 0, 0]);
    expect(pixels[paper]).toBeGreaterThan(200);
    expect(pixels[paper + 1]).toBeLessThan(160);
  });
});

describe('a page drawn for reading', () => {
  it('has the size of its paper, its colours, and annotations as far as they are printed', async () => {
    const canvas = new PdfCanvas(144, 72).fill(0, 0, 72, 72, '1 0 0');
    const annotation = (flags: number, x: number): string =>
      `<< /Type /Annot /Subtype /Stamp /F ${flags} /Rect [${x} 0 ${x + 30} 36] /AP << /N 120 0 R >> >>`;
    const pdf = buildPdf(
      [{ ...canvas.page(0, `>> /Annots [${annotation(4, 72)} ${annotation(0, 110)}] /X <<`) }],
      {
        objects: [
          {
            number: 120,
            dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 30 36]',
            stream: '0 0 1 rg 0 0 30 36 re f',
          },
        ],
      },
    );
    const raster = await drawRaster(pdf, 1, 144);
    const colorAt = (x: number, y: number): number[] => {
      const i = 3 * (y * raster.width + x);
      return [...raster.pixels.subarray(i, i + 3)];
    };
    expect([raster.width, raster.height]).toEqual([288, 144]);
    expect(colorAt(50, 50)).toEqual([255, 0, 0]);
    expect(colorAt(170, 110)).toEqual([0, 0, 255]);
    expect(colorAt(240, 110)).toEqual([255, 255, 255]);
    expect(colorAt(200, 20)).toEqual([255, 255, 255]);
  });

  it.runIf(IS_THOROUGH)('has fewer dots per inch where it would be too large', async () => {
    const { width, height } = await drawRaster(buildPdf([new PdfCanvas(7200, 7200).page()]), 1, 300);
    expect(width * height).toBeLessThanOrEqual(20_000_000);
    expect(width * height).toBeGreaterThan(19_900_000);
  });
});
