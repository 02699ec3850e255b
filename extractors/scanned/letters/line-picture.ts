import type { GrayRaster, PixelBox } from '../../raster/raster.js';

/** Height of the lines the network reads. */
export const LINE_HEIGHT = 48;
/** Height of a Chinese character on such a line. */
export const EM = 38;
/** Part of the height of a box that is added above and below: the network was taught with some paper around the text. */
export const MARGIN = 0.12;

/** A line of text scaled to the height the network reads; -1 is black, 1 is paper. */
export interface LinePicture {
  width: number;
  /** Rows from the top, `LINE_HEIGHT` of them. */
  values: Float32Array;
  /** Pixels of it for one of the picture, and x of its left edge there. */
  scale: number;
  left: number;
  /** The darkest value, and that of most of the paper. */
  dark: number;
  paper: number;
}

/**
 * Cuts a line out of a picture, with paper around it, and scales it.
 * @param around paper above and below, as a part of the height of the box
 */
export function linePicture(picture: GrayRaster, box: PixelBox, around: number): LinePicture {
  const margin = around * (box.bottom - box.top);
  const scale = LINE_HEIGHT / (box.bottom - box.top + 2 * margin);
  const left = box.left - margin;
  const width = Math.max(LINE_HEIGHT / 2, Math.ceil((box.right - box.left + 2 * margin) * scale));
  const columns = weights(width, scale, left, box.left, box.right);
  const rows = weights(LINE_HEIGHT, scale, box.top - margin, box.top, box.bottom);
  const height = box.bottom - box.top;
  const across = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = (box.top + y) * picture.width;
    for (let x = 0; x < width; x++) {
      across[y * width + x] = weighed(columns, x, (at) => picture.pixels[start + at] ?? PAPER);
    }
  }
  const values = new Float32Array(width * LINE_HEIGHT);
  for (let y = 0; y < LINE_HEIGHT; y++) {
    for (let x = 0; x < width; x++) {
      const value = weighed(rows, y, (at) => across[(at - box.top) * width + x] ?? PAPER);
      values[y * width + x] = value / 127.5 - 1;
    }
  }
  return { width, values, scale, left, ...inkAndPaper(values) };
}

const PAPER = 255;
/** Levels of gray that are told apart. */
const LEVELS = 64;

/** Paper is what most of a line is; the darkest is taken without the last hundredth. */
function inkAndPaper(values: Float32Array): { dark: number; paper: number } {
  const counts = new Uint32Array(LEVELS);
  for (const value of values) {
    const level = Math.min(LEVELS - 1, Math.floor(((value + 1) / 2) * LEVELS));
    counts[level] = (counts[level] ?? 0) + 1;
  }
  let paper = LEVELS - 1;
  for (let i = LEVELS >> 1; i < LEVELS; i++) if ((counts[i] ?? 0) > (counts[paper] ?? 0)) paper = i;
  let dark = 0;
  for (let seen = counts[0] ?? 0; seen < values.length / 200 && dark < LEVELS - 1; ) {
    dark++;
    seen += counts[dark] ?? 0;
  }
  const grayOf = (level: number): number => ((level + 0.5) / LEVELS) * 2 - 1;
  return { dark: Math.min(grayOf(dark), grayOf(paper) - 0.2), paper: grayOf(paper) };
}

/** For each place of the scaled line: the first place of the picture that counts and how much it and the next ones do. */
interface Weights {
  first: Int32Array;
  /** `taps` for each place; what is missing to 1 is paper. */
  shares: Float32Array;
  taps: number;
}

/** A triangle as wide as the coarser of the two rasters: smooth where it grows, a mean where it shrinks. */
function weights(length: number, scale: number, start: number, from: number, to: number): Weights {
  const reach = Math.max(1, 1 / scale);
  const taps = Math.ceil(2 * reach) + 1;
  const first = new Int32Array(length);
  const shares = new Float32Array(length * taps);
  for (let i = 0; i < length; i++) {
    const middle = start + (i + 0.5) / scale - 0.5;
    const begin = Math.ceil(middle - reach);
    first[i] = begin;
    let sum = 0;
    for (let k = 0; k < taps; k++) sum += Math.max(0, 1 - Math.abs(begin + k - middle) / reach);
    for (let k = 0; k < taps; k++) {
      const at = begin + k;
      if (at < from || at >= to) continue;
      shares[i * taps + k] = Math.max(0, 1 - Math.abs(at - middle) / reach) / sum;
    }
  }
  return { first, shares, taps };
}

function weighed({ first, shares, taps }: Weights, i: number, value: (at: number) => number): number {
  let paper = 1;
  let sum = 0;
  for (let k = 0; k < taps; k++) {
    const share = shares[i * taps + k] ?? 0;
    if (share === 0) continue;
    paper -= share;
    sum += share * value((first[i] ?? 0) + k);
  }
  return sum + paper * PAPER;
}
