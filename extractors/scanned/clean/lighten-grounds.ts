import { componentsOf } from '../../raster/components.js';
import type { GrayRaster, PixelBox } from '../../raster/raster.js';
import { CELL, type CellCounts } from './colored-cells.js';

/** Paper is at least as bright as this share of the pixels. */
const PAPER_SHARE = 0.4;
/** Darker than this part of the paper's brightness is a ground, or ink. */
const DARK = 0.8;
/** Share of dark pixels from which a square is ground, not paper with ink on it. */
const MOSTLY = 0.55;
/** Squares a ground takes at least along, down and in all, and the share of the picture it takes at most. */
const LEAST = { across: 6, down: 3, area: 30 };
const MOST_SHARE = 0.4;
/** Share of the squares of a ground that others are around; of thick characters few are. */
const INNER_SHARE = 0.35;
/** Share of its pixels that pale text has on a ground. */
const TEXT_SHARE = { least: 0.005, most: 0.45 };
/** How far a level stands out from its ground to be text, as a part of what lies between the ground and the paper. */
const STANDS_OUT = 0.45;
/** How far (pixels) the paper around a ground reaches into its squares. */
const REACH = CELL + 4;
/** How far (pixels) a ground goes on into squares that are mostly paper. */
const GROWTH = CELL / 2 + 1;

/** Squares a character may take along or down. */
const MOST_HOLE = 6;

/** The grounds of a picture: for each square the number of its ground from 1, 0 for none; the level of each. */
interface Grounds {
  across: number;
  ofSquare: Uint16Array;
  levels: number[];
}

/**
 * Turns pale text on dark grounds (the heads of many tables) into dark text on paper, in place, with a line where the ground
 * ends. Grounds with dark text, without text or at the edge of the picture, which are shades, borders and pictures, are
 * left.
 * @param cells no coloured ink is counted any more where a coloured ground was
 */
export function lightenGrounds(gray: GrayRaster, cells: CellCounts): void {
  const paper = levelAbove(gray, PAPER_SHARE);
  const grounds = findGrounds(gray, cells, paper);
  if (grounds.levels.length === 0) return;
  invert(gray, grounds, paper);
  grounds.ofSquare.forEach((ground, square) => {
    if (ground > 0) cells.colored[square] = 0;
  });
}

function findGrounds(gray: GrayRaster, { across, down }: CellCounts, paper: number): Grounds {
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
    const level = inner.length < INNER_SHARE * area ? null : levelOfPaleText(gray, inner, across, paper);
    if (level !== null) numbers[piece] = levels.push(level);
  }
  for (let run = 0; run < pieces.runs.count; run++) {
    const number = numbers[pieces.ofRun[run] ?? 0] ?? 0;
    const start = (pieces.runs.row[run] ?? 0) * across;
    ofSquare.fill(number, start + (pieces.runs.from[run] ?? 0), start + (pieces.runs.to[run] ?? 0));
  }
  closeHoles(ofSquare, across, down);
  return { across, ofSquare, levels };
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
  let all = 0;
  for (let i = 0; i < pixels.length; i += EVERY, all++) {
    const level = pixels[i] ?? 0;
    counts[level] = (counts[level] ?? 0) + 1;
  }
  let level = 0;
  for (let below = counts[0] ?? 0; below < share * all && level < 255; ) below += counts[++level] ?? 0;
  return level;
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
  let level = 0;
  for (let below = counts[0] ?? 0; below < all / 2; ) below += counts[++level] ?? 0;
  const apart = STANDS_OUT * (paper - level);
  const pale = counts.reduce((sum, count, at) => sum + (at > level + apart ? count : 0), 0) / all;
  const darker = counts.reduce((sum, count, at) => sum + (at < level - apart ? count : 0), 0) / all;
  return pale >= TEXT_SHARE.least && pale <= TEXT_SHARE.most && pale > darker ? level : null;
}

/** What is paler or darker than its ground becomes dark, the ground white; paper that reaches in from outside stays. */
function invert(gray: GrayRaster, grounds: Grounds, paper: number): void {
  const { width, pixels } = gray;
  const { across, ofSquare, levels } = grounds;
  const place = paperAround(gray, grounds, (Math.max(...levels) + paper) / 2);
  for (let i = 0; i < pixels.length; i++) {
    if (place[i] !== INSIDE) continue;
    const y = Math.floor(i / width);
    const level =
      levels[(ofSquare[Math.floor(y / CELL) * across + Math.floor((i - y * width) / CELL)] ?? 0) - 1];
    const value = pixels[i] ?? 0;
    if (touches(place, i, width, OUTSIDE)) pixels[i] = 0;
    else if (level === undefined) pixels[i] = WHITE;
    else {
      const from = value > level ? (value - level) / (paper - level) : (level - value) / Math.max(64, level);
      pixels[i] = Math.max(0, Math.round(WHITE * (1 - from)));
    }
  }
}

const touches = (place: Uint8Array, i: number, width: number, what: number): boolean =>
  place[i - 1] === what || place[i + 1] === what || place[i - width] === what || place[i + width] === what;

const WHITE = 255;
const INSIDE = 1;
const OUTSIDE = 2;

/** Which pixels are of a ground, and which are the paper around it, as far as it reaches into its squares. */
function paperAround(
  { width, height, pixels }: GrayRaster,
  { across, ofSquare }: Grounds,
  pale: number,
): Uint8Array {
  const place = new Uint8Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    const start = Math.floor(y / CELL) * across;
    for (let x = 1; x < width - 1; x++) {
      if ((ofSquare[start + Math.floor(x / CELL)] ?? 0) > 0) place[y * width + x] = INSIDE;
    }
  }
  const isDark = (i: number): boolean => (pixels[i] ?? 0) < pale;
  const aroundOf = (isWanted: (i: number) => boolean): number[] => {
    const found: number[] = [];
    for (let i = width; i < place.length - width; i++) {
      if (place[i] === 0 && touches(place, i, width, INSIDE) && isWanted(i)) found.push(i);
    }
    return found;
  };
  spread(place, aroundOf(isDark), width, {
    to: INSIDE,
    steps: GROWTH,
    isOpen: (i) => place[i] === 0 && isDark(i),
  });
  spread(
    place,
    aroundOf((i) => !isDark(i)),
    width,
    {
      to: OUTSIDE,
      steps: REACH,
      isOpen: (i) => place[i] === INSIDE && !isDark(i),
    },
  );
  return place;
}

/** Marks pixels, and step by step those beside them that are open to it. */
function spread(
  place: Uint8Array,
  from: number[],
  width: number,
  { to, steps, isOpen }: { to: number; steps: number; isOpen: (i: number) => boolean },
): void {
  for (const i of from) place[i] = to;
  for (let step = 1, front = from; step < steps && front.length > 0; step++) {
    const next: number[] = [];
    for (const i of front) {
      for (const beside of [i - 1, i + 1, i - width, i + width]) {
        if (!isOpen(beside)) continue;
        place[beside] = to;
        next.push(beside);
      }
    }
    front = next;
  }
}
