import type { ColorRaster } from '../../../extractors/raster/raster.js';
import { SeededRandom } from '../seeded-random.js';
import { blurred } from './blurred.js';
import { gaussianNoise } from './gaussian.js';
import { blank, type MadePicture } from './made-picture.js';
import { project, projectionOf, warped } from './warped.js';

/** Rules are runs of ink this long and no thicker than that, in pixels. */
const RULE = { length: 50, breadth: 4 };

/** A page as a fax or a one-bit scan: black or white, a little slanted, specks on it, thin rules broken here and there. */
export function fax(page: ColorRaster, seed: number, options: { skew?: number } = {}): MadePicture {
  const random = new SeededRandom(seed);
  const { width, height } = page;
  const slope = Math.tan(((options.skew ?? (random.next() * 2 - 1) * 0.4) * Math.PI) / 180);
  const corners = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ] as const;
  const turned = corners.map(
    ([x, y]) => [x - slope * (y - height / 2), y + slope * (x - width / 2)] as const,
  );
  const forwards = projectionOf(corners, turned);
  const soft = blurred(
    warped(page, projectionOf(turned, corners), width, height, () => [255, 255, 255]),
    0.6,
  );
  const ink = inkOf(soft, random);
  breakRules(ink, width, height, random);
  addSpecks(ink, width, height, random);
  const raster = blank(width, height);
  for (let i = 0; i < ink.length; i++) if (ink[i]) raster.pixels.fill(0, 3 * i, 3 * i + 3);
  return { raster, at: (point) => project(forwards, point) };
}

/** Paper is looked for in squares of this side and the eight around. */
const SQUARE = 24;

/** 1 where a pixel is darker than a share of the paper around it, a share that wavers a little. */
function inkOf({ width, height, pixels }: ColorRaster, random: SeededRandom): Uint8Array {
  const light = new Float32Array(width * height);
  for (let i = 0; i < light.length; i++) {
    light[i] = ((pixels[3 * i] ?? 0) + (pixels[3 * i + 1] ?? 0) + (pixels[3 * i + 2] ?? 0)) / 3;
  }
  const paper = paperAround(light, width, height);
  const noise = gaussianNoise(random);
  const share = 0.76 + 0.06 * random.next();
  const across = Math.ceil(width / SQUARE);
  return Uint8Array.from(light, (value, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const level = share * (paper[Math.floor(y / SQUARE) * across + Math.floor(x / SQUARE)] ?? 255);
    return value < level + 10 * (noise[(i * 7 + (i >> 11)) & 65535] ?? 0) ? 1 : 0;
  });
}

/** The lightest there is in each square and the eight around it. */
function paperAround(light: Float32Array, width: number, height: number): Float32Array {
  const [across, down] = [Math.ceil(width / SQUARE), Math.ceil(height / SQUARE)];
  const most = new Float32Array(across * down);
  light.forEach((value, i) => {
    const square = Math.floor(i / width / SQUARE) * across + Math.floor((i % width) / SQUARE);
    if (value > (most[square] ?? 0)) most[square] = value;
  });
  return most.map((_, square) => {
    const [x, y] = [square % across, Math.floor(square / across)];
    let paper = 0;
    for (let v = Math.max(0, y - 1); v <= Math.min(down - 1, y + 1); v++) {
      for (let u = Math.max(0, x - 1); u <= Math.min(across - 1, x + 1); u++) {
        paper = Math.max(paper, most[v * across + u] ?? 0);
      }
    }
    return paper;
  });
}

/** Takes short pieces out of long thin runs, along and down. */
function breakRules(ink: Uint8Array, width: number, height: number, random: SeededRandom): void {
  const source = ink.slice();
  const along = (lines: number, length: number, step: number, across: number): void => {
    for (let line = 0; line < lines; line++) {
      let run = 0;
      for (let s = 0; s <= length; s++) {
        const i = line * across + s * step;
        if (s < length && source[i]) {
          run++;
          continue;
        }
        if (run >= RULE.length) erase(i - run * step, run, step, across);
        run = 0;
      }
    }
  };
  const erase = (start: number, run: number, step: number, across: number): void => {
    let breadth = 1;
    const middle = start + (run >> 1) * step;
    while (breadth <= RULE.breadth && source[middle + breadth * across]) breadth++;
    if (breadth > RULE.breadth || source[middle - across]) return;
    for (let s = random.integer(10, 160); s < run - 8; s += random.integer(60, 260)) {
      for (let gap = random.integer(2, 6); gap > 0; gap--) {
        for (let b = -1; b <= breadth; b++) ink[start + (s + gap) * step + b * across] = 0;
      }
    }
  };
  along(height, width, 1, width);
  along(width, height, width, 1);
}

/** Specks of one to three pixels, some hundred on a page. */
function addSpecks(ink: Uint8Array, width: number, height: number, random: SeededRandom): void {
  for (let specks = Math.round((width * height) / 9000); specks > 0; specks--) {
    const [x, y] = [random.integer(1, width - 3), random.integer(1, height - 3)];
    const [across, down] = [random.integer(1, 2), random.integer(1, 2)];
    for (let v = 0; v < down; v++) ink.fill(1, (y + v) * width + x, (y + v) * width + x + across);
  }
}
