import { describe, expect, it } from 'vitest';
import { composed, mapPoint, type PixelPoint, scaling } from '../../../../extractors/raster/homography.js';
import type { ColorRaster } from '../../../../extractors/raster/raster.js';
import { shrinkGray } from '../../../../extractors/raster/shrink-gray.js';
import { grayOfPage } from '../../../../extractors/scanned/clean/gray-of-page.js';
import { type PageLayout, pageLayout } from '../../../../extractors/scanned/clean/page-layout.js';
import { paperMap } from '../../../../extractors/scanned/clean/paper-map.js';
import { fax } from '../../../support/pictures/fax.js';
import type { MadePicture } from '../../../support/pictures/made-picture.js';
import { officeScan } from '../../../support/pictures/office-scan.js';
import { pageOfMarks } from '../../../support/pictures/page-of-marks.js';
import { photograph } from '../../../support/pictures/photograph.js';
import { quarterTurned } from '../../../support/pictures/quarter-turned.js';
import { IS_THOROUGH, someOf } from '../../../support/thorough.js';

const PAGE = { width: 760, height: 1075, size: 15 };

function layoutOf(picture: ColorRaster, factor = 1): PageLayout {
  const small = shrinkGray(grayOfPage(picture).gray, factor);
  const layout = pageLayout(small, paperMap(small), [picture.width / factor, picture.height / factor]);
  return { ...layout, toPage: composed(scaling(1 / factor, 1 / factor), layout.toPage) };
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** Angles in degrees by which lines of the page, along at three heights and down at three places, are off those of the level one. */
function anglesLeft({ at }: MadePicture, { toPage }: PageLayout): { along: number[]; down: number[] } {
  const level = (x: number, y: number): PixelPoint => mapPoint(toPage, at([x * PAGE.width, y * PAGE.height]));
  const direction = ([x, y]: PixelPoint, [u, v]: PixelPoint): number => Math.atan2(v - y, u - x);
  const shares = [0.15, 0.5, 0.85];
  return {
    along: shares.map((share) => degrees(direction(level(0.1, share), level(0.9, share)))),
    down: shares.map((share) => degrees(direction(level(share, 0.1), level(share, 0.9))) - 90),
  };
}

const furthest = (angles: readonly number[]): number => Math.max(...angles.map(Math.abs));

describe('skew', () => {
  it.each(someOf(1, [-5, -0.6, 0, 0.2, 1.7]))('of %f degrees is found within a twentieth of one', (skew) => {
    const made = officeScan(pageOfMarks(3, PAGE), 5, { skew });
    const { along, down } = anglesLeft(made, layoutOf(made.raster));
    expect(furthest([...along, ...down])).toBeLessThan(0.05);
  });

  it.runIf(IS_THOROUGH)('on a one-bit page, and measured on a smaller picture', () => {
    for (const factor of [1, 2]) {
      const made = fax(pageOfMarks(4, PAGE), 6, { skew: 0.4 });
      expect(furthest(anglesLeft(made, layoutOf(made.raster, factor)).along)).toBeLessThan(0.06);
    }
  });
});

describe('a photograph', () => {
  it.runIf(IS_THOROUGH).each([1, 2, 3, 4])('its page is found and made level (%i)', (seed) => {
    const made = photograph(pageOfMarks(seed, PAGE), seed);
    const layout = layoutOf(made.raster);
    const corners: PixelPoint[] = [
      [0, 0],
      [PAGE.width, 0],
      [PAGE.width, PAGE.height],
      [0, PAGE.height],
    ].map(([x = 0, y = 0]) => made.at([x, y]));
    const off = corners.map(([x, y], i) =>
      Math.hypot(x - (layout.outline?.[i]?.[0] ?? 0), y - (layout.outline?.[i]?.[1] ?? 0)),
    );
    expect(Math.max(...off)).toBeLessThan(2);
    const { along, down } = anglesLeft(made, layout);
    expect(furthest([...along, ...down])).toBeLessThan(0.1);
    expect(layout.height / layout.width).toBeCloseTo(PAGE.height / PAGE.width, 1);
  });

  it.runIf(IS_THOROUGH)('whose page fills it is made level by the rules of its table', () => {
    const made = photograph(pageOfMarks(7, PAGE), 7, { margin: -0.06, tilt: 0.03 });
    const layout = layoutOf(made.raster);
    expect(layout.outline).toBeNull();
    const { along, down } = anglesLeft(made, layout);
    expect(furthest([...along, ...down])).toBeLessThan(0.2);
  });
});

describe('a page on its side', () => {
  it.runIf(IS_THOROUGH).each([
    [1, 180],
    [2, 180],
    [3, 0],
  ])('turned by %i quarters: its lines run along again, it may stand on its head', (turns, left) => {
    const scan = officeScan(pageOfMarks(8, PAGE), 9);
    const turned = quarterTurned(scan.raster, turns);
    const layout = layoutOf(turned.raster);
    const { along } = anglesLeft({ raster: turned.raster, at: (point) => turned.at(scan.at(point)) }, layout);
    for (const angle of along) expect(Math.abs(Math.abs(angle) - left)).toBeLessThan(0.05);
    expect(layout.height).toBeGreaterThan(layout.width);
  });

  it('text without rules', () => {
    const turned = quarterTurned(pageOfMarks(2, { ...PAGE, ruled: false }), 1);
    expect(layoutOf(turned.raster).width).toBe(PAGE.width);
    expect(layoutOf(pageOfMarks(2, { ...PAGE, ruled: false })).width).toBe(PAGE.width);
  });
});

it('the height of characters', () => {
  for (const size of [12, 20, 40]) {
    const found = layoutOf(pageOfMarks(1, { ...PAGE, size })).textSize ?? 0;
    expect(found).toBeGreaterThan(0.75 * size);
    expect(found).toBeLessThan(1.1 * size);
  }
});
