import { describe, expect, it } from 'vitest';
import type { ColorRaster, GrayRaster } from '../../../../extractors/raster/raster.js';
import { cleanPicture, upsideDown } from '../../../../extractors/scanned/clean/clean-picture.js';
import { blank, copyOf, type Point } from '../../../support/pictures/made-picture.js';
import { addNoise, officeScan } from '../../../support/pictures/office-scan.js';
import { fillBox, pageOfMarks } from '../../../support/pictures/page-of-marks.js';
import { photograph } from '../../../support/pictures/photograph.js';
import { sealed } from '../../../support/pictures/sealed.js';
import { SeededRandom } from '../../../support/seeded-random.js';
import { IS_THOROUGH, someOf } from '../../../support/thorough.js';

const PAGE = { width: 800, height: 1131, size: 18 };
/** Characters this large are neither enlarged nor made smaller. */
const LARGE = { ...PAGE, size: 26 };

const levelAt = ({ width, pixels }: GrayRaster, x: number, y: number): number =>
  pixels[Math.round(y) * width + Math.round(x)] ?? -1;

const luminance = ({ pixels }: ColorRaster, i: number): number =>
  ((pixels[3 * i] ?? 0) + (pixels[3 * i + 1] ?? 0) + (pixels[3 * i + 2] ?? 0)) / 3;

/** Levels the clean picture has where the page has ink and where, two pixels around, it has none. */
function inkAndPaper(page: ColorRaster, clean: GrayRaster): { ink: number[]; paper: number[] } {
  const [ink, paper]: [number[], number[]] = [[], []];
  for (let y = 60; y < page.height - 60; y += 3) {
    for (let x = 60; x < page.width - 60; x += 3) {
      const around = [-2, 0, 2].flatMap((v) =>
        [-2, 0, 2].map((u) => luminance(page, (y + v) * page.width + x + u)),
      );
      if (around.every((level) => level > 250)) paper.push(clean.pixels[y * clean.width + x] ?? 0);
      const inner = [0, 1].flatMap((v) => [0, 1].map((u) => luminance(page, (y + v) * page.width + x + u)));
      if (inner.every((level) => level < 5)) ink.push(clean.pixels[y * clean.width + x] ?? 0);
    }
  }
  return { ink, paper };
}

/** Share of the values that are as expected. */
const share = (values: readonly number[], test: (value: number) => boolean): number =>
  values.filter(test).length / values.length;

describe('seals', () => {
  it.each(
    someOf(1, [
      ['red', 1, [0.3, 0.4]],
      ['red', 2, [0.6, 0.7]],
      ['blue', 3, [0.5, 0.5]],
    ] as const),
  )('%s (%i): the ink under them stays, the paper is white', (color, seed, at) => {
    const page = pageOfMarks(seed, LARGE);
    const { gray } = cleanPicture(sealed(page, seed, { color, at }));
    const { ink, paper } = inkAndPaper(page, gray);
    expect(share(ink, (level) => level < 140)).toBeGreaterThan(0.99);
    expect(share(paper, (level) => level > 225)).toBeGreaterThan(0.995);
  });

  it.runIf(IS_THOROUGH)('through a scanner and JPEG', () => {
    const page = pageOfMarks(4, LARGE);
    const { gray } = cleanPicture(
      officeScan(sealed(page, 4, { color: 'red', at: [0.5, 0.45] }), 4, { skew: 0 }).raster,
    );
    const { paper } = inkAndPaper(page, gray);
    expect(share(paper, (level) => level > 200)).toBeGreaterThan(0.94);
  });

  it.runIf(IS_THOROUGH)('red headings and figures are none, whatever their size', () => {
    const page = pageOfMarks(5, LARGE);
    fillBox(page, 160, 20, 640, 80, [220, 20, 20]);
    const colored = copyOf(page);
    for (let i = 0; i < colored.pixels.length; i += 3) {
      const isInk = (colored.pixels[i] ?? 0) < 50 && i > 3 * PAGE.width * 560;
      if (isInk) colored.pixels.set([210, 30, 30], i);
    }
    const { gray } = cleanPicture(colored);
    const { ink } = inkAndPaper(page, gray);
    expect(share(ink, (level) => level < 120)).toBeGreaterThan(0.98);
    expect(levelAt(gray, 400, 50)).toBeLessThan(120);
  });
});

describe('light', () => {
  it('that falls off to less than half leaves white paper and dark ink', () => {
    const page = pageOfMarks(6, LARGE);
    const shaded = copyOf(page);
    for (let y = 0; y < page.height; y++) {
      for (let x = 0; x < page.width; x++) {
        const light = 0.45 + 0.5 / (1 + Math.exp((x + y - 950) / 100));
        for (let k = 0; k < 3; k++) {
          const i = 3 * (y * page.width + x) + k;
          shaded.pixels[i] = (20 + (shaded.pixels[i] ?? 0) * 0.9) * light;
        }
      }
    }
    const { ink, paper } = inkAndPaper(page, cleanPicture(shaded).gray);
    expect(share(paper, (level) => level > 225)).toBeGreaterThan(0.99);
    expect(share(ink, (level) => level < 90)).toBeGreaterThan(0.99);
  });

  it.runIf(IS_THOROUGH)('shaded heads of columns and thin gray rules are still seen', () => {
    const page = pageOfMarks(6, LARGE);
    fillBox(page, 80, 1100, 720, 1102, [190, 190, 190]);
    const { gray } = cleanPicture(page);
    expect(levelAt(gray, 400, 1100)).toBeLessThan(215);
    expect(levelAt(gray, 400, 1110)).toBe(255);
  });

  it.runIf(IS_THOROUGH)('text on coloured ground stays text', () => {
    const page = pageOfMarks(6, LARGE);
    const colored = copyOf(page);
    for (let i = 0; i < colored.pixels.length; i += 3) {
      if ((colored.pixels[i] ?? 0) > 200) colored.pixels.set([180, 198, 231], i);
    }
    const { ink, paper } = inkAndPaper(page, cleanPicture(colored).gray);
    expect(share(ink, (level) => level < 60)).toBeGreaterThan(0.99);
    expect(share(paper, (level) => level > 200)).toBeGreaterThan(0.99);
  });
});

describe('borders of the scanner', () => {
  it('are painted over; a rule at the edge of a picture that was cut out stays', () => {
    const page = pageOfMarks(9, LARGE);
    fillBox(page, 0, 0, 18, PAGE.height, [40, 40, 40]);
    fillBox(page, 0, PAGE.height - 2, PAGE.width, PAGE.height);
    const { gray } = cleanPicture(page);
    expect(levelAt(gray, 8, 600)).toBe(255);
    expect(levelAt(gray, 400, PAGE.height - 1)).toBeLessThan(80);
  });

  it.runIf(IS_THOROUGH)('rules that run to the edge stay', () => {
    const page = blank(PAGE.width, PAGE.height);
    for (let y = 100; y < 1000; y += 50) fillBox(page, 0, y, PAGE.width, y + 2);
    const { gray } = cleanPicture(page);
    expect(levelAt(gray, 1, 100)).toBeLessThan(110);
    expect(levelAt(gray, PAGE.width - 2, 600)).toBeLessThan(110);
  });
});

describe('one-bit pages', () => {
  it('lose their specks and keep points beside characters', () => {
    const page = pageOfMarks(10, LARGE);
    fillBox(page, 100, 1060, 126, 1086);
    fillBox(page, 130, 1083, 133, 1086);
    const specks: Point[] = [
      [40, 40],
      [760, 600],
      [400, 1110],
      [30, 900],
    ];
    for (const [x, y] of specks) fillBox(page, x, y, x + 2, y + 2);
    const { gray } = cleanPicture(page);
    expect(specks.map(([x, y]) => levelAt(gray, x, y))).toEqual([255, 255, 255, 255]);
    expect(levelAt(gray, 131, 1084)).toBeLessThan(110);
  });

  it.runIf(IS_THOROUGH)('keep the specks that are left of a thin line, along and down', () => {
    const page = pageOfMarks(10, LARGE);
    const along = Array.from({ length: 60 }, (_, i): Point => [100 + 5 * i, 1100 + (i % 2)]);
    const down = Array.from({ length: 40 }, (_, i): Point => [770 + (i % 2), 700 + 6 * i]);
    for (const [x, y] of [...along, ...down]) fillBox(page, x, y, x + 1, y + 1);
    const { gray } = cleanPicture(page);
    for (const [x, y] of [...along, ...down].slice(10, 50)) expect(levelAt(gray, x, y)).toBeLessThan(230);
  });
});

describe('size and place', () => {
  it('small characters are made larger, large ones smaller', () => {
    for (const [size, from, to] of someOf(1, [
      [12, 20, 34],
      [70, 20, 60],
    ] as const)) {
      const clean = cleanPicture(pageOfMarks(11, { width: 40 * size, height: 30 * size, size }));
      expect(clean.textSize).toBeGreaterThan(from);
      expect(clean.textSize).toBeLessThan(to);
    }
  });

  it.runIf(IS_THOROUGH)('boxes are told on the picture it was made from', () => {
    const page = pageOfMarks(12, { ...PAGE, size: 15 });
    const spot: Point = [560, 40];
    fillBox(page, spot[0], spot[1], spot[0] + 30, spot[1] + 30);
    const made = photograph(page, 12);
    const clean = cleanPicture(made.raster);
    for (const picture of [clean, upsideDown(clean)]) {
      const box = picture.onSource(darkSquare(picture.gray));
      const [left, top] = made.at(spot);
      const [right, bottom] = made.at([spot[0] + 30, spot[1] + 30]);
      for (const [found, true_] of [
        [box.left, left],
        [box.top, top],
        [box.right, right],
        [box.bottom, bottom],
      ] as const) {
        expect(Math.abs(found - true_)).toBeLessThan(5);
      }
    }
  });

  /** The box of the only square of solid ink, found where a window of it is darkest. */
  function darkSquare({ width, height, pixels }: GrayRaster): {
    left: number;
    top: number;
    right: number;
    bottom: number;
  } {
    const isDark = (x: number, y: number): boolean => (pixels[y * width + x] ?? 255) < 100;
    for (let y = 12; y < height - 12; y++) {
      for (let x = 12; x < width - 12; x++) {
        let solid = true;
        for (let v = -11; v <= 11 && solid; v += 2)
          for (let u = -11; u <= 11 && solid; u += 2) solid = isDark(x + u, y + v);
        if (!solid) continue;
        const edge = (dx: number, dy: number): number => {
          let steps = 0;
          while (isDark(x + dx * (steps + 1), y + dy * (steps + 1))) steps++;
          return steps;
        };
        return {
          left: x - edge(-1, 0),
          right: x + edge(1, 0) + 1,
          top: y - edge(0, -1),
          bottom: y + edge(0, 1) + 1,
        };
      }
    }
    throw new Error('no square');
  }

  it('turned upside down twice it is as before', () => {
    const clean = cleanPicture(pageOfMarks(13, LARGE));
    const again = upsideDown(upsideDown(clean));
    expect(Buffer.from(again.gray.pixels).equals(clean.gray.pixels)).toBe(true);
    expect(again.onSource({ left: 10, top: 20, right: 30, bottom: 50 })).toEqual(
      clean.onSource({ left: 10, top: 20, right: 30, bottom: 50 }),
    );
  });
});

describe('pictures that are no pages', () => {
  const faces = blank(700, 500);
  for (let y = 0; y < 500; y++) {
    for (let x = 0; x < 700; x++) {
      const level =
        110 +
        60 * Math.sin(x / 90) * Math.cos(y / 70) +
        40 * Math.exp(-((x - 350) ** 2 + (y - 220) ** 2) / 9000);
      faces.pixels.set([Math.min(255, level * 1.2), level, level * 0.8], 3 * (y * 700 + x));
    }
  }
  addNoise(faces, new SeededRandom(1), 6);

  it.each([
    ['white', blank(900, 700)],
    ['black', blank(900, 700, 0)],
    ['a pixel', blank(1, 1)],
    ['a line', blank(500, 2, 90)],
  ] as const)('%s: come out in their size', (_, picture) => {
    const { gray, textSize } = cleanPicture(picture);
    expect([gray.width, gray.height]).toEqual([picture.width, picture.height]);
    expect(textSize).toBeNull();
  });

  it('of people: as it lay, light and dark where they were', () => {
    const { gray } = cleanPicture(faces);
    expect(gray.width / gray.height).toBeCloseTo(1.4, 2);
    const meanAround = (x: number, y: number): number => {
      let sum = 0;
      const scale = gray.width / 700;
      for (let v = -10; v < 10; v++)
        for (let u = -10; u < 10; u++) sum += levelAt(gray, x * scale + u, y * scale + v);
      return sum / 400;
    };
    expect(meanAround(350, 220)).toBeGreaterThan(meanAround(140, 220) + 20);
  });
});
