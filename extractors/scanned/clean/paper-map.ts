import type { GrayRaster } from '../../raster/raster.js';

/** Side of the squares the light of the paper is measured in. */
export const SQUARE = 16;
/** Share of the pixels of a square that may be brighter than its paper: specks and noise. */
const BRIGHTER = 0.06;
/** Darker than this share of the brightest paper is no shadow but something printed or not of the page. */
const DEEPEST_SHADOW = 0.38;
const LEVELS = 64;
const STEP = 256 / LEVELS;

/** Brightness of the paper at the middle of each square of a picture, from 1 to 255. */
export interface PaperMap {
  across: number;
  down: number;
  light: Float32Array;
  /** Brightness of the paper where the light is best. */
  best: number;
}

/** Measures the light on the paper: high levels of each square, gaps of ink closed, smoothed. */
export function paperMap(gray: GrayRaster): PaperMap {
  const [across, down] = [Math.ceil(gray.width / SQUARE), Math.ceil(gray.height / SQUARE)];
  let light: Float32Array = new Float32Array(across * down);
  const levels = new Uint16Array(LEVELS);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) light[y * across + x] = brightnessOf(gray, x, y, levels);
  }
  light = overNeighbours(light, across, down, Math.max);
  light = overNeighbours(light, across, down, Math.max);
  light = overNeighbours(light, across, down, Math.min);
  light = overNeighbours(light, across, down, Math.min);
  const sorted = light.slice().sort();
  const best = Math.max(1, sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 1);
  for (let i = 0; i < light.length; i++) light[i] = Math.max(light[i] ?? 0, DEEPEST_SHADOW * best);
  return { across, down, light: smoothed(smoothed(light, across, down), across, down), best };
}

function brightnessOf(
  { width, height, pixels }: GrayRaster,
  x: number,
  y: number,
  levels: Uint16Array,
): number {
  levels.fill(0);
  const [right, bottom] = [Math.min(width, (x + 1) * SQUARE), Math.min(height, (y + 1) * SQUARE)];
  let count = 0;
  for (let v = y * SQUARE; v < bottom; v++) {
    for (let i = v * width + x * SQUARE; i < v * width + right; i++) {
      const level = (pixels[i] ?? 0) >> 2;
      levels[level] = (levels[level] ?? 0) + 1;
      count++;
    }
  }
  let brighter = 0;
  for (let level = LEVELS - 1; level > 0; level--) {
    brighter += levels[level] ?? 0;
    if (brighter > BRIGHTER * count) return (level + 0.5) * STEP;
  }
  return STEP / 2;
}

/** Each square as the most or the least of itself and its eight neighbours. */
function overNeighbours(
  light: Float32Array,
  across: number,
  down: number,
  choose: (one: number, other: number) => number,
): Float32Array {
  const along = light.slice();
  for (let i = 0; i < light.length; i++) {
    const x = i % across;
    let value = light[i] ?? 0;
    if (x > 0) value = choose(value, light[i - 1] ?? 0);
    if (x < across - 1) value = choose(value, light[i + 1] ?? 0);
    along[i] = value;
  }
  const both = along.slice();
  for (let i = 0; i < light.length; i++) {
    const y = Math.floor(i / across);
    let value = along[i] ?? 0;
    if (y > 0) value = choose(value, along[i - across] ?? 0);
    if (y < down - 1) value = choose(value, along[i + across] ?? 0);
    both[i] = value;
  }
  return both;
}

function smoothed(light: Float32Array, across: number, down: number): Float32Array {
  const result = light.slice();
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      let [sum, count] = [0, 0];
      for (let v = Math.max(0, y - 1); v <= Math.min(down - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(across - 1, x + 1); u++) {
          sum += light[v * across + u] ?? 0;
          count++;
        }
      }
      result[y * across + x] = sum / count;
    }
  }
  return result;
}
