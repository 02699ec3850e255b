import type { GrayRaster } from '../../raster/raster.js';
import type { LineFragment } from './line-fragments.js';
import type { LineMeasures } from './line-measures.js';
import type { LineRun } from './line-runs.js';
import type { LineCandidate } from './true-rules.js';

/** Share of the places between the end of a rule and the next that runs across at which something of it is left. */
const LEFT = 0.4;
/** Specks of a rule go up to one end of its way at least: some lie in this part of it. A character that stands there leaves both bare. */
const END = 1 / 8;
const LEFT_AT_END = 0.2;
/** Farthest (points) a rule is looked for beyond its end, and what needs no looking. */
const FARTHEST = 60;
const NEAR = 2;
/** Points beside a rule where there is paper, and how far it may have gone aside. */
const BESIDE = 2.2;
const ASIDE = 0.7;

/**
 * Rules along the rows, each as far as the next that runs across where one bit has left specks of it up to there.
 * @param across the rules that run across
 */
export function toNextRules(
  picture: GrayRaster,
  lines: readonly LineCandidate[],
  across: readonly LineCandidate[],
  measures: LineMeasures,
): LineCandidate[] {
  const { pixelsPerPoint: points } = measures;
  const withEnd = (line: LineCandidate, step: -1 | 1): LineCandidate => {
    const end = step < 0 ? line.from : line.to;
    const near = NEAR * points;
    const beyond = across
      .filter(({ from, to }) => line.at >= from - near && line.at <= to + near)
      .map(({ at }) => (at - end) * step)
      .filter((distance) => distance > near);
    const distance = Math.round(Math.min(...beyond));
    const last = step < 0 ? line.pieces[0] : line.pieces.at(-1);
    if (!last || !(distance <= FARTHEST * points)) return line;
    const runs = inkBeyond(picture, last, end, step * distance, measures);
    const [from, to] = step < 0 ? [end - distance, end] : [end, end + distance];
    if (!isLeftOver(new Set(runs.map((run) => run.from - from)), distance)) return line;
    const middle = last.at + last.slope * ((from + to - last.from - last.to) / 2);
    const piece = { ...last, from, to, at: middle, runs };
    return step < 0
      ? { ...line, from, pieces: [piece, ...line.pieces] }
      : { ...line, to, pieces: [...line.pieces, piece] };
  };
  return lines.map((line) => withEnd(withEnd(line, -1), 1));
}

/** Whether places with ink, of so many, are what is left of a rule over all of them. */
function isLeftOver(inked: ReadonlySet<number>, distance: number): boolean {
  if (inked.size < LEFT * distance) return false;
  const end = END * distance;
  const places = [...inked];
  return [places.filter((place) => place < end), places.filter((place) => place >= distance - end)].some(
    (atEnd) => atEnd.length >= LEFT_AT_END * end,
  );
}

/** Ink in the direction of a piece of a rule, from an end of it on over so many pixels, where there is paper on both sides. */
function inkBeyond(
  { width, height, pixels }: GrayRaster,
  { at, slope, from, to }: LineFragment,
  end: number,
  distance: number,
  { contrast, pixelsPerPoint }: LineMeasures,
): LineRun[] {
  const level = (x: number, y: number): number =>
    pixels[Math.max(0, Math.min(height - 1, y)) * width + x] ?? 0;
  const aside = Math.max(1, Math.round(ASIDE * pixelsPerPoint));
  const beside = Math.max(aside + 2, Math.round(BESIDE * pixelsPerPoint));
  const first = Math.max(0, Math.min(end, end + distance));
  const last = Math.min(width, Math.max(end, end + distance));
  return Array.from({ length: Math.max(0, last - first) }, (_, k) => first + k).flatMap((x) => {
    const y = Math.floor(at + slope * (x - (from + to) / 2));
    const paper = Math.min(level(x, y - beside), level(x, y + beside));
    return Array.from({ length: 2 * aside + 1 }, (_, d) => y - aside + d)
      .filter((row) => paper - level(x, row) >= contrast)
      .map((row) => ({ y: row, from: x, to: x + 1 }));
  });
}
