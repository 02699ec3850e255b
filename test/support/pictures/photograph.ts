import type { ColorRaster } from '../../../extractors/raster/raster.js';
import { SeededRandom } from '../seeded-random.js';
import { blurred } from './blurred.js';
import type { MadePicture, Point } from './made-picture.js';
import { addNoise } from './office-scan.js';
import { throughJpeg } from './through-jpeg.js';
import { project, projectionOf, warped } from './warped.js';

export interface PhotographOptions {
  /** Margin of table around the page as a share of its breadth; drawn by the seed where not given. 0: the page fills the picture. */
  margin?: number;
  /** How far corners are off, as a share of the page's breadth. */
  tilt?: number;
}

/** A page on a table, taken with a telephone: in perspective, a shadow over it, softly focused, noisy, as JPEG. */
export function photograph(page: ColorRaster, seed: number, options: PhotographOptions = {}): MadePicture {
  const random = new SeededRandom(seed);
  const margin = options.margin ?? 0.05 + 0.08 * random.next();
  const tilt = options.tilt ?? 0.035;
  const off = (): number => (random.next() * 2 - 1) * tilt * page.width;
  const beside = Math.round(margin * page.width + tilt * page.width);
  const [width, height] = [page.width + 2 * beside, page.height + 2 * beside];
  const corners: Point[] = [
    [0, 0],
    [page.width, 0],
    [page.width, page.height],
    [0, page.height],
  ];
  const taken = corners.map(([x, y]): Point => [x + beside + off(), y + beside + off()]);
  const table = tableTop(random);
  const flat = warped(page, projectionOf(taken, corners), width, height, table);
  const soft = blurred(flat, 0.65);
  addShade(soft, random);
  addNoise(soft, random, 4);
  const forwards = projectionOf(corners, taken);
  return { ...throughJpeg(soft, 80), at: (point) => project(forwards, point) };
}

/** Wood or cloth: a colour with a grain. */
function tableTop(random: SeededRandom): (x: number, y: number) => readonly [number, number, number] {
  const colors = [
    [112, 78, 52],
    [70, 74, 82],
    [150, 128, 100],
    [40, 36, 34],
  ] as const;
  const [red, green, blue] = colors[random.integer(0, colors.length - 1)] ?? colors[0];
  const [long, slant] = [20 + 30 * random.next(), 0.1 + 0.3 * random.next()];
  return (x, y) => {
    const grain =
      1 + 0.1 * Math.sin((y + slant * x) / 7 + 2 * Math.sin(x / long)) + 0.05 * Math.sin(x / 3 + y / 5);
    return [red * grain, green * grain, blue * grain];
  };
}

/** Light that falls off to the corners, warmer on one side, and the soft shadow of whoever takes the picture. */
function addShade({ width, height, pixels }: ColorRaster, random: SeededRandom): void {
  const angle = 2 * Math.PI * random.next();
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const edge = (random.next() - 0.5) * 0.6;
  const depth = 0.2 + 0.15 * random.next();
  const warmth = 0.04 * random.next();
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      const [u, v] = [x / width - 0.5, y / height - 0.5];
      const across = cos * u + sin * v;
      const shadow = depth / (1 + Math.exp((edge - across) * 30));
      const light = 0.97 * (1 - 0.35 * (u * u + v * v)) * (1 - shadow);
      pixels[i] = 8 + (pixels[i] ?? 0) * light * (1 - warmth * u) * 0.96;
      pixels[i + 1] = 8 + (pixels[i + 1] ?? 0) * light * 0.96;
      pixels[i + 2] = 8 + (pixels[i + 2] ?? 0) * light * (1 + warmth * u) * 0.93;
    }
  }
}
