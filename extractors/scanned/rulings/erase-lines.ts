import type { GrayRaster } from '../../raster/raster.js';
import type { JoinedLine } from './join-fragments.js';
import type { LineMeasures } from './line-measures.js';
import { type OwnShade, ownShade } from './own-shade.js';
import { type Crossed, strokesBeside } from './strokes-beside.js';

/** How far (points) a line goes on over its ends, into the rules it meets. */
const OVER_END = 2.5;
/** Part of a line's darkness from which nothing is seen through it. */
const COVERS = 0.4;
/** What is no trace of a stroke beside that; in a picture of one bit the edges of lines waver. */
const FAINT = { even: 50, ragged: 110 };
const BLACK = 255;

/**
 * Takes lines along the rows out of a picture: where nothing touches them they are painted over with what is beside them; of
 * strokes that touch them the part the line does not cover stays, and goes on to its middle, or through it where one goes on behind
 * it. In place.
 * @param across the rules that run across
 */
export function eraseLines(
  picture: GrayRaster,
  lines: readonly JoinedLine[],
  across: readonly JoinedLine[],
  measures: LineMeasures,
): void {
  const { width, height, pixels } = picture;
  const beside = windowPaper(width, height, pixels, measures.window);
  for (const line of lines) {
    const crossed = crossedBy(picture, line, measures, beside);
    const touched = strokesBeside(picture, crossed, metBy(line, across, measures), measures);
    const own = ownShade(picture, line, measures);
    const painted: [number, number][] = [];
    for (const [x, rows] of crossed) {
      const [above, below] = [touched.above.has(x), touched.below.has(x)];
      const levels =
        above || below
          ? strokesThrough(picture, x, rows, { above, below }, own, measures)
          : Array.from({ length: rows.bottom - rows.top + 1 }, (_, k) => beside(x, rows.top + k));
      levels.forEach((level, k) => {
        painted.push([(rows.top + k) * width + x, level]);
      });
    }
    for (const [i, level] of painted) pixels[i] = level;
  }
}

/** The rules that come to a line. */
const metBy = (line: JoinedLine, across: readonly JoinedLine[], { window }: LineMeasures): JoinedLine[] =>
  across.filter(({ from, to }) => line.at >= from - window && line.at <= to + window);

/** The rows a line takes in each column it is drawn in, with the paler ones around it. */
function crossedBy(
  { width, height, pixels }: GrayRaster,
  { pieces, ...line }: JoinedLine,
  { contrast, halo, pixelsPerPoint }: LineMeasures,
  beside: (x: number, y: number) => number,
): Map<number, Crossed> {
  const overEnd = Math.round(OVER_END * pixelsPerPoint);
  const isInk = (x: number, y: number): boolean => beside(x, y) - (pixels[y * width + x] ?? 0) >= contrast;
  const goesOnTo = (x: number, y: number, step: number): number => {
    let end = x;
    for (let k = 0; k < overEnd && end + step >= 0 && end + step < width && isInk(end + step, y); k++)
      end += step;
    return end;
  };
  const crossed = new Map<number, Crossed>();
  for (const { y, from, to } of pieces.flatMap(({ runs }) => runs)) {
    const [top, bottom] = [Math.max(0, y - halo), Math.min(height - 1, y + halo)];
    const first = goesOnTo(Math.max(from, line.from), y, -1);
    const last = goesOnTo(Math.min(to, line.to) - 1, y, 1);
    for (let x = first; x <= last; x++) {
      const known = crossed.get(x);
      if (!known) crossed.set(x, { top, bottom });
      else {
        known.top = Math.min(known.top, top);
        known.bottom = Math.max(known.bottom, bottom);
      }
    }
  }
  return crossed;
}

/** What strokes leave of a column of a line: seen beside its core, from edge to edge through it. */
function strokesThrough(
  { width, pixels }: GrayRaster,
  x: number,
  { top, bottom }: Crossed,
  touched: { above: boolean; below: boolean },
  own: OwnShade,
  { halo, ragged }: LineMeasures,
): number[] {
  const count = bottom - top + 1;
  const covered = (k: number): number => Math.max(0, own.paper - own.at(x, top + k));
  let [first, last] = [count, -1];
  for (let k = 0; k < count; k++) {
    if (covered(k) < COVERS * own.darkness) continue;
    first = Math.min(first, k);
    last = k;
  }
  if (last < 0) [first, last] = [halo, count - 1 - halo];
  const seen = (k: number): number => {
    if (!(k < first ? touched.above : touched.below)) return own.paper;
    const dark = own.paper - (pixels[(top + k) * width + x] ?? 0);
    const more = (BLACK * (dark - covered(k))) / Math.max(1, BLACK - covered(k));
    return more < (ragged ? FAINT.ragged : FAINT.even) ? own.paper : Math.max(0, own.paper - more);
  };
  const levels = Array.from({ length: count }, (_, k) => (k < first || k > last ? seen(k) : own.paper));
  const [from, to] = [seen(first - 1), seen(last + 1)];
  const middle = from < own.paper && to < own.paper ? (from + to) / 2 : own.paper;
  for (let k = first; k <= last; k++) {
    const share = (2 * (k - first + 1)) / (last - first + 2);
    levels[k] = share < 1 ? from + share * (middle - from) : middle + (share - 1) * (to - middle);
  }
  return levels;
}

/** The shade a pixel has once thin lines along the rows are taken away: the closing of `thinDarkness` at one place. */
function windowPaper(
  width: number,
  height: number,
  pixels: Uint8Array,
  window: number,
): (x: number, y: number) => number {
  const highest = new Uint8Array(window);
  return (x, y) => {
    let above = 0;
    for (let k = 0; k < window; k++) {
      const row = y - k;
      if (row >= 0) above = Math.max(above, pixels[row * width + x] ?? 0);
      highest[k] = above;
    }
    let below = 0;
    let lowest = 255;
    for (let k = 0; k < window; k++) {
      const row = y + k;
      if (row < height) below = Math.max(below, pixels[row * width + x] ?? 0);
      lowest = Math.min(lowest, Math.max(below, highest[window - 1 - k] ?? 0));
    }
    return lowest;
  };
}
