import type { ColorRaster } from '../../../extractors/raster/raster.js';
import { SeededRandom } from '../seeded-random.js';
import { copyOf } from './made-picture.js';

/** What each colour of the light keeps under the ink of a seal. */
const INKS = { red: [0.93, 0.22, 0.24], blue: [0.2, 0.3, 0.88] } as const;

export interface SealOptions {
  color?: keyof typeof INKS;
  /** Middle of the seal, as shares of the page's width and height. */
  at?: readonly [number, number];
}

/** Radius of a seal for 42 mm, as a share of the breadth of A4. */
const RADIUS = 0.1;

/** The page with an official seal on it: ring, star, and letters along the ring; what it covers shines through. */
export function sealed(page: ColorRaster, seed: number, options: SealOptions = {}): ColorRaster {
  const random = new SeededRandom(seed);
  const target = copyOf(page);
  const color = options.color ?? (random.next() < 0.75 ? 'red' : 'blue');
  const radius = RADIUS * Math.min(page.width, page.height) * (0.9 + 0.2 * random.next());
  const [x, y] = options.at ?? [0.25 + 0.5 * random.next(), 0.2 + 0.6 * random.next()];
  const ink = inkOfSeal(radius, random);
  press(target, ink, Math.round(x * page.width), Math.round(y * page.height), INKS[color]);
  return target;
}

interface Ink {
  size: number;
  /** 0 to 1 for every pixel. */
  cover: Float32Array;
}

/** Where a seal has ink: thicker and thinner over its face, as rubber stamps print. */
function inkOfSeal(radius: number, random: SeededRandom): Ink {
  const size = Math.ceil(2 * radius) + 2;
  const cover = new Float32Array(size * size);
  const letters = strokesAlongRing(radius, random);
  const middle = size / 2;
  const [phaseX, phaseY] = [random.next() * 6, random.next() * 6];
  for (let v = 0; v < size; v++) {
    for (let u = 0; u < size; u++) {
      const [x, y] = [u + 0.5 - middle, v + 0.5 - middle];
      const from = Math.hypot(x, y) / radius;
      const isInk =
        (from > 0.93 && from < 1) ||
        inStar(x / radius, y / radius) ||
        letters.some((stroke) => near(stroke, x, y));
      if (!isInk) continue;
      const worn =
        0.8 + 0.12 * Math.sin(u / 17 + phaseX) * Math.cos(v / 13 + phaseY) + 0.16 * (random.next() - 0.5);
      cover[v * size + u] = Math.max(0, Math.min(1, worn));
    }
  }
  return { size, cover };
}

/** A star of five points with a radius of 0.32, one of them upwards. */
function inStar(x: number, y: number): boolean {
  const from = Math.hypot(x, y);
  const sector = Math.abs((((Math.atan2(x, -y) / (2 * Math.PI)) * 5 + 10.5) % 1) - 0.5) * 2;
  return from < 0.32 / (1 + 1.62 * sector);
}

type Stroke = readonly [x0: number, y0: number, x1: number, y1: number, breadth: number];

/** A dozen characters made of strokes around the upper part of the ring, and a row of smaller ones below the star. */
function strokesAlongRing(radius: number, random: SeededRandom): Stroke[] {
  const strokes: Stroke[] = [];
  const character = (x: number, y: number, size: number, turn: number): void => {
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    for (let i = 0; i < 6; i++) {
      const isAcross = i % 2 === 0;
      const offset = (random.next() - 0.5) * size;
      const [a, b] = [-0.5 * size * (0.5 + 0.5 * random.next()), 0.5 * size * (0.5 + 0.5 * random.next())];
      const ends = isAcross ? [a, offset, b, offset] : [offset, a, offset, b];
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = ends;
      strokes.push([
        x + cos * x0 - sin * y0,
        y + sin * x0 + cos * y0,
        x + cos * x1 - sin * y1,
        y + sin * x1 + cos * y1,
        size * 0.07,
      ]);
    }
  };
  for (let i = 0; i < 12; i++) {
    const angle = (i - 5.5) * 0.36;
    character(Math.sin(angle) * 0.74 * radius, -Math.cos(angle) * 0.74 * radius, 0.24 * radius, angle);
  }
  for (let i = 0; i < 5; i++) character((i - 2) * 0.2 * radius, 0.5 * radius, 0.15 * radius, 0);
  return strokes;
}

function near([x0, y0, x1, y1, breadth]: Stroke, x: number, y: number): boolean {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy) <= breadth;
}

/** Lays ink over a raster around a point: it takes light away and never gives any. */
function press(
  { width, height, pixels }: ColorRaster,
  { size, cover }: Ink,
  x: number,
  y: number,
  keeps: readonly number[],
): void {
  const [left, top] = [x - Math.floor(size / 2), y - Math.floor(size / 2)];
  for (let v = Math.max(0, -top); v < size && top + v < height; v++) {
    for (let u = Math.max(0, -left); u < size && left + u < width; u++) {
      const ink = cover[v * size + u] ?? 0;
      const i = 3 * ((top + v) * width + left + u);
      for (let k = 0; k < 3; k++) {
        pixels[i + k] = Math.round((pixels[i + k] ?? 0) * (1 - ink * (1 - (keeps[k] ?? 1))));
      }
    }
  }
}
