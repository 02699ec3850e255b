import type { ColorRaster } from '../../../extractors/raster/raster.js';
import { SeededRandom } from '../seeded-random.js';
import { blurred } from './blurred.js';
import { gaussianNoise } from './gaussian.js';
import type { MadePicture } from './made-picture.js';
import { throughJpeg } from './through-jpeg.js';
import { project, projectionOf, warped } from './warped.js';

export interface ScanOptions {
  /** Degrees, clockwise on the picture; drawn by the seed up to 0.8 either way where not given. */
  skew?: number;
  quality?: number;
}

/** A page from the glass of an office scanner: a little turned, soft, noisy, not evenly lit, with a dark edge, as JPEG. */
export function officeScan(page: ColorRaster, seed: number, options: ScanOptions = {}): MadePicture {
  const random = new SeededRandom(seed);
  const { width, height } = page;
  const skew = options.skew ?? (random.next() * 2 - 1) * 0.8;
  const around = turnedAbout(width, height, skew, random.integer(-6, 6), random.integer(-6, 6));
  const paper = random.integer(240, 250);
  const backwards = projectionOf(
    around.map(([, to]) => to),
    around.map(([from]) => from),
  );
  const forwards = projectionOf(
    around.map(([from]) => from),
    around.map(([, to]) => to),
  );
  const turned = warped(page, backwards, width, height, () => [255, 255, 255]);
  const soft = blurred(turned, 0.7);
  addLight(soft, random, paper);
  darkEdges(soft, random);
  addNoise(soft, random, 3.5);
  return { ...throughJpeg(soft, options.quality ?? 70), at: (point) => project(forwards, point) };
}

type Pair = readonly [from: readonly [number, number], to: readonly [number, number]];

/** Four points and where they come to when the page is turned about its middle and moved. */
function turnedAbout(width: number, height: number, degrees: number, right: number, down: number): Pair[] {
  const [x, y] = [width / 2, height / 2];
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return (
    [
      [0, 0],
      [width, 0],
      [width, height],
      [0, height],
    ] as const
  ).map(([u, v]) => [
    [u, v],
    [x + cos * (u - x) - sin * (v - y) + right, y + sin * (u - x) + cos * (v - y) + down],
  ]);
}

/** Paper that is not quite white under a lamp that shines brighter on one side. */
function addLight({ width, height, pixels }: ColorRaster, random: SeededRandom, paper: number): void {
  const [slopeX, slopeY] = [(random.next() - 0.5) * 0.1, (random.next() - 0.5) * 0.1];
  const tint = random.integer(0, 8);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      const light = (1 + slopeX * (x / width - 0.5) + slopeY * (y / height - 0.5)) * (paper / 255);
      pixels[i] = Math.min(255, 12 + (pixels[i] ?? 0) * light * 0.96);
      pixels[i + 1] = Math.min(255, 12 + (pixels[i + 1] ?? 0) * light * 0.96);
      pixels[i + 2] = Math.min(255, 12 + ((pixels[i + 2] ?? 0) - tint) * light * 0.96);
    }
  }
}

/** What the scanner sees beside the paper: a dark strip along one or two edges, not quite straight. */
function darkEdges({ width, height, pixels }: ColorRaster, random: SeededRandom): void {
  for (let strips = random.integer(1, 2); strips > 0; strips--) {
    const edge = random.integer(0, 3);
    const breadth = random.integer(4, 22);
    const slant = random.integer(-3, 3);
    const level = random.integer(15, 70);
    const along = edge < 2 ? height : width;
    for (let s = 0; s < along; s++) {
      const deep = Math.max(0, Math.round(breadth + (slant * s) / along));
      for (let d = 0; d < deep; d++) {
        const across = edge % 2 === 0 ? d : (edge < 2 ? width : height) - 1 - d;
        const i = 3 * (edge < 2 ? s * width + across : across * width + s);
        pixels.fill(level, i, i + 3);
      }
    }
  }
}

/** Noise of a deviation on every pixel, alike in its three colours and a little of their own. */
export function addNoise({ pixels }: ColorRaster, random: SeededRandom, deviation: number): void {
  const noise = gaussianNoise(random);
  for (let i = 0, n = random.integer(0, 60_000); i < pixels.length; i += 3, n += 7) {
    const common = (noise[n & 65535] ?? 0) * deviation;
    for (let k = 0; k < 3; k++) {
      const value =
        (pixels[i + k] ?? 0) + common + (noise[(n + 3 * k + (i >> 9)) & 65535] ?? 0) * deviation * 0.4;
      pixels[i + k] = Math.max(0, Math.min(255, value + 0.5));
    }
  }
}
