import { componentsOf } from '../../raster/components.js';
import type { GrayRaster, PixelBox } from '../../raster/raster.js';
import { CELL, type CellCounts } from './colored-cells.js';
import { percentile } from './percentile.js';

/** Paper is at least as bright as this share of the pixels. */
const PAPER_SHARE = 0.4;
/** Darker than this part of the paper's brightness is a ground, or ink. */
const DARK = 0.8;
/** Share of dark pixels from which a square is ground, not paper with ink on it. */
const MOSTLY = 0.55;
/** Squares a ground takes at least along, down and in all, and the share of the picture it takes at most. */
const LEAST = { across: 6, down: 3, area: 30 };
const MOST_SHARE = 0.4;
/**
 * A ground fills its box, or is larger than any character and has other squares around most of its own; thick characters do
 * neither.
 */
const SOLID = { filled: 0.7, inner: 0.35, large: 300, mostlyInner: 0.5 };
/** Share of its pixels that pale text has on a ground. */
const TEXT_SHARE = { least: 0.005, most: 0.45 };
/** How far a level stands out from its ground to be text, as a part of what lies between the ground and the paper. */
const STANDS_OUT = 0.45;

/** Squares a character may take along or down. */
const MOST_HOLE = 6;

/** The grounds of a picture: for each square the number of its ground from 1, 0 for none; the level of each. */
export interface Grounds {
  across: number;
  ofSquare: Uint16Array;
  levels: number[];
  paper: number;
}

/**
 * Dark grounds with pale text on them; those with dark text, without text or at the edge of the picture, which are shades, borders
 * and pictures, are none.
 */
export function findGrounds(gray: GrayRaster, { across, down }: CellCounts): Grounds {
  const paper = levelAbove(gray, PAPER_SHARE);
  const dark = darkSquares(gray, across, down, DARK * paper);
  const pieces = componentsOf(dark, across, down);
  const ofSquare = new Uint16Array(across * down);
  const levels: number[] = [];
  const numbers = new Uint16Array(pieces.count);
  for (let piece = 0; piece < pieces.count; piece++) {
    const box = {
      left: pieces.left[piece] ?? 0,
      top: pieces.top[piece] ?? 0,
      right: pieces.right[piece] ?? 0,
      bottom: pieces.bottom[piece] ?? 0,
    };
    const isAtEdge = box.left === 0 || box.top === 0 || box.right === across || box.bottom === down;
    const area = pieces.area[piece] ?? 0;
    const isSmall =
      box.right - box.left < LEAST.across || box.bottom - box.top < LEAST.down || area < LEAST.area;
    if (isAtEdge || isSmall || area > MOST_SHARE * across * down) continue;
    const inner = innerSquares(dark, across, box);
    const filled = area / ((box.right - box.left) * (box.bottom - box.top));
    const isSolid =
      inner.length >= SOLID.inner * area &&
      (filled >= SOLID.filled || (area >= SOLID.large && inner.length >= SOLID.mostlyInner * area));
    const level = isSolid ? levelOfPaleText(gray, inner, across, paper) : null;
    if (level !== null) numbers[piece] = levels.push(level);
  }
  for (let run = 0; run < pieces.runs.count; run++) {
    const number = numbers[pieces.ofRun[run] ?? 0] ?? 0;
    const start = (pieces.runs.row[run] ?? 0) * across;
    ofSquare.fill(number, start + (pieces.runs.from[run] ?? 0), start + (pieces.runs.to[run] ?? 0));
  }
  closeHoles(ofSquare, across, down);
  return { across, ofSquare, levels, paper };
}

/** Squares full of thick pale text are of the ground around them: above and below, before and after. In place. */
function closeHoles(ofSquare: Uint16Array, across: number, down: number): void {
  const gap = (first: number, step: number, length: number, fill: Uint16Array): void => {
    for (let k = 1, before = 0; k < length; k++) {
      const number = ofSquare[first + k * step] ?? 0;
      if (number === 0) continue;
      const isHole = ofSquare[first + before * step] === number && k - before <= MOST_HOLE + 1;
      if (isHole) for (let i = before + 1; i < k; i++) fill[first + i * step] = number;
      before = k;
    }
  };
  const [level, upright] = [new Uint16Array(across * down), new Uint16Array(across * down)];
  for (let y = 0; y < down; y++) gap(y * across, 1, across, level);
  for (let x = 0; x < across; x++) gap(x, across, down, upright);
  level.forEach((number, square) => {
    if (number > 0 && upright[square] === number) ofSquare[square] = number;
  });
}

/** Every so many pixels are enough to know the paper; no divisor of usual widths, so that all columns come. */
const EVERY = 13;

/** The level this share of the pixels is darker than. */
function levelAbove({ pixels }: GrayRaster, share: number): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < pixels.length; i += EVERY) {
    const level = pixels[i] ?? 0;
    counts[level] = (counts[level] ?? 0) + 1;
  }
  return percentile(counts, share);
}

function darkSquares(
  { width, height, pixels }: GrayRaster,
  across: number,
  down: number,
  below: number,
): Uint8Array {
  const counts = new Uint8Array(across * down);
  for (let y = 0; y < height; y++) {
    const end = (y + 1) * width;
    for (let square = Math.floor(y / CELL) * across, i = y * width; i < end; square++) {
      let count = 0;
      for (const stop = Math.min(end, i + CELL); i < stop; i++) if ((pixels[i] as number) < below) count++;
      if (count > 0) counts[square] = (counts[square] as number) + count;
    }
  }
  return counts.map((count) => (count >= MOSTLY * CELL * CELL ? 1 : 0));
}

/** The dark squares of a box with dark ones on all four sides. */
function innerSquares(dark: Uint8Array, across: number, box: PixelBox): number[] {
  const inner: number[] = [];
  for (let y = box.top; y < box.bottom; y++) {
    for (let square = y * across + box.left; square < y * across + box.right; square++) {
      if (dark[square] === 1 && isAmong(dark, square, across)) inner.push(square);
    }
  }
  return inner;
}

const isAmong = (dark: Uint8Array, square: number, across: number): boolean =>
  dark[square - 1] === 1 &&
  dark[square + 1] === 1 &&
  dark[square - across] === 1 &&
  dark[square + across] === 1;

/**
 * The level of a ground on which the text is paler than the ground; null where it is not, or there is none.
 * @param inner its squares but those along its ends, where rules may be
 */
function levelOfPaleText(
  { width, height, pixels }: GrayRaster,
  inner: readonly number[],
  across: number,
  paper: number,
): number | null {
  const counts = new Uint32Array(256);
  let all = 0;
  for (const square of inner) {
    const top = CELL * Math.floor(square / across);
    const left = CELL * (square % across);
    for (let y = top; y < Math.min(height, top + CELL); y++) {
      for (let x = left; x < Math.min(width, left + CELL); x++) {
        const level = pixels[y * width + x] ?? 0;
        counts[level] = (counts[level] ?? 0) + 1;
        all++;
      }
    }
  }
  if (all === 0) return null;
  const level = percentile(counts, 0.5);
  const apart = STANDS_OUT * (paper - level);
  const pale = counts.reduce((sum, count, at) => sum + (at > level + apart ? count : 0), 0) / all;
  const darker = counts.reduce((sum, count, at) => sum + (at < level - apart ? count : 0), 0) / all;
  return pale >= TEXT_SHARE.least && pale <= TEXT_SHARE.most && pale > darker ? level : null;
}
