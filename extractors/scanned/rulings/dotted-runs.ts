import type { LineMeasures } from './line-measures.js';
import type { LineRun } from './line-runs.js';

interface Dash {
  from: number;
  to: number;
}

/** Longest dashes, and how far they are apart at most (points). */
const LONGEST_DASH = 5;
const WIDEST_GAP = 3.5;
/** As many in a row, over as many points, are a line. */
const LEAST_DASHES = 8;
const SHORTEST = 16;
/** How far one may stand from its place, in shares of the distance between two, and in pixels. */
const UNEVEN = 0.25;
const UNEVEN_PIXELS = 1.5;
/** Share of their places that are taken. */
const OCCUPIED = 0.75;
/** Share of the dashes beside which nothing stands, and the points above and below them that are free. */
const FREE = 0.6;
const BESIDE = 2;

/** Rows of dots or dashes at even distances with nothing beside them: each as one run, as often as they are pixels high. */
export function dottedRuns(
  ink: Uint8Array,
  width: number,
  height: number,
  { pixelsPerPoint }: LineMeasures,
): LineRun[] {
  const longest = LONGEST_DASH * pixelsPerPoint;
  const widest = WIDEST_GAP * pixelsPerPoint;
  const beside = Math.max(2, Math.round(BESIDE * pixelsPerPoint));
  const isFree = ({ from, to }: Dash, around: number, y: number): boolean =>
    [y - beside, y + beside].every((row) => {
      if (row < 0 || row >= height) return true;
      const end = row * width + Math.min(width, to + around);
      for (let i = row * width + Math.max(0, from - around); i < end; i++) if (ink[i]) return false;
      return true;
    });
  const found: LineRun[] = [];
  for (let y = 0; y < height; y++) {
    for (const { series, pitch } of evenSeries(dashesOf(ink, y * width, width), longest, widest)) {
      const first = series[0];
      const last = series.at(-1);
      if (!first || !last || series.length < LEAST_DASHES) continue;
      if (last.to - first.from < SHORTEST * pixelsPerPoint) continue;
      const places = (last.from - first.from) / pitch + 1;
      if (series.length < OCCUPIED * places) continue;
      const around = Math.round(pitch / 3);
      if (series.filter((dash) => isFree(dash, around, y)).length < FREE * series.length) continue;
      found.push({ y, from: first.from, to: last.to, dotted: true });
    }
  }
  return found;
}

function dashesOf(ink: Uint8Array, row: number, width: number): Dash[] {
  const dashes: Dash[] = [];
  let from = -1;
  for (let x = 0; x <= width; x++) {
    const isInk = x < width && ink[row + x] === 1;
    if (isInk && from < 0) from = x;
    else if (!isInk && from >= 0) {
      dashes.push({ from, to: x });
      from = -1;
    }
  }
  return dashes;
}

/** How many places of a row may be empty, where text or a rule stands across, and the share of dashes that are of something else. */
const EMPTY_PLACES = 3;
const FOREIGN = 0.3;
/** Fewer dashes than these may have begun with one that is none of them. */
const SETTLED = 4;

/** Dashes whose distances and lengths are about the same, over what stands between them. */
function evenSeries(
  dashes: readonly Dash[],
  longest: number,
  widest: number,
): { series: Dash[]; pitch: number }[] {
  const all: { series: Dash[]; pitch: number }[] = [];
  let series: Dash[] = [];
  let foreign = 0;
  let pitch = 0;
  let length = 0;
  const even = (value: number, usual: number): boolean =>
    Math.abs(value - usual) <= Math.max(UNEVEN_PIXELS, UNEVEN * pitch);
  const close = (): void => {
    if (series.length > 1) all.push({ series, pitch });
    foreign = 0;
  };
  for (const dash of dashes) {
    const last = series.at(-1);
    const own = dash.to - dash.from;
    const distance = last ? dash.from - last.from : 0;
    if (last && series.length === 1 && own <= longest && dash.from - last.to <= widest) {
      pitch = distance;
      if (even(own, length)) {
        series.push(dash);
        length = (length + own) / 2;
        continue;
      }
    }
    const places = Math.round(distance / pitch);
    if (last && series.length > 1 && places <= EMPTY_PLACES) {
      if (places > 0 && even(own, length) && even(distance, places * pitch)) {
        pitch += (distance / places - pitch) / series.length;
        series.push(dash);
        length += (own - length) / series.length;
        continue;
      }
      if (series.length < SETTLED && own <= longest && dash.from - last.to <= widest) {
        series = [last, dash];
        pitch = distance;
        length = own;
        continue;
      }
      foreign++;
      if (foreign <= Math.max(1, FOREIGN * series.length)) continue;
    }
    close();
    series = own <= longest ? [dash] : [];
    length = own;
  }
  close();
  return all;
}
