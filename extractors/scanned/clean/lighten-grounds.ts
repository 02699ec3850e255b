import type { GrayRaster } from '../../raster/raster.js';
import { CELL, type CellCounts } from './colored-cells.js';
import { findGrounds, type Grounds } from './find-grounds.js';

/** How far (pixels) the paper around a ground reaches into its squares. */
const REACH = CELL + 4;
/** How far (pixels) a ground goes on into squares that are mostly paper. */
const GROWTH = CELL / 2 + 1;

/**
 * Turns pale text on dark grounds (the heads of many tables) into dark text on paper, in place, with a line where the ground
 * ends.
 * @param cells no coloured ink is counted any more where a coloured ground was
 */
export function lightenGrounds(gray: GrayRaster, cells: CellCounts): void {
  const grounds = findGrounds(gray, cells);
  if (grounds.levels.length === 0) return;
  invert(gray, grounds);
  grounds.ofSquare.forEach((ground, square) => {
    if (ground > 0) cells.colored[square] = 0;
  });
}

/** What is paler or darker than its ground becomes dark, the ground white; paper that reaches in from outside stays. */
function invert(gray: GrayRaster, grounds: Grounds): void {
  const { width, pixels } = gray;
  const { across, ofSquare, levels, paper } = grounds;
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
