import type { LineMeasures } from './line-measures.js';
import type { LineRun } from './line-runs.js';

interface Dash {
  from: number;
  to: number;
}

/** Dots and dashes up to this length (points), as far apart at most. */
const LONGEST_DASH = 5;
/** As many in a row, over as many points, are a line: figures of one kind stand in shorter rows. */
const LEAST_DASHES = 10;
const SHORTEST = 30;
/** How far one may stand from its place, in shares of the distance between two, and in pixels. */
const UNEVEN = 0.25;
const UNEVEN_PIXELS = 1.5;
/** Share of the dashes beside which nothing stands, and the points above and below them that are free. */
const FREE = 0.6;
const BESIDE = 2;

/** Rows of dots or dashes at even distances with nothing beside them: each as one run, as often as they are pixels high. */
export function dottedRuns(
  thin: Uint8Array,
  width: number,
  height: number,
  { contrast, pixelsPerPoint }: LineMeasures,
): LineRun[] {
  const longest = LONGEST_DASH * pixelsPerPoint;
  const beside = Math.max(2, Math.round(BESIDE * pixelsPerPoint));
  const isFree = ({ from, to }: Dash, y: number): boolean =>
    [y - beside, y + beside].every((row) => {
      if (row < 0 || row >= height) return true;
      for (let i = row * width + from; i < row * width + to; i++)
        if ((thin[i] ?? 0) >= contrast) return false;
      return true;
    });
  const found: LineRun[] = [];
  for (let y = 0; y < height; y++) {
    for (const series of evenSeries(dashesOf(thin, y * width, width, contrast), longest)) {
      const first = series[0];
      const last = series.at(-1);
      if (!first || !last || series.length < LEAST_DASHES) continue;
      if (last.to - first.from < SHORTEST * pixelsPerPoint) continue;
      if (series.filter((dash) => isFree(dash, y)).length < FREE * series.length) continue;
      found.push({ y, from: first.from, to: last.to });
    }
  }
  return found;
}

function dashesOf(thin: Uint8Array, row: number, width: number, contrast: number): Dash[] {
  const dashes: Dash[] = [];
  let from = -1;
  for (let x = 0; x <= width; x++) {
    const isInk = x < width && (thin[row + x] ?? 0) >= contrast;
    if (isInk && from < 0) from = x;
    else if (!isInk && from >= 0) {
      dashes.push({ from, to: x });
      from = -1;
    }
  }
  return dashes;
}

/** Dashes one after the other whose distances and lengths are about the same. */
function evenSeries(dashes: readonly Dash[], longest: number): Dash[][] {
  const all: Dash[][] = [];
  let series: Dash[] = [];
  let pitch = 0;
  let length = 0;
  const even = (value: number, usual: number, slack: number): boolean =>
    Math.abs(value - usual) <= Math.max(UNEVEN_PIXELS, UNEVEN * slack);
  for (const dash of dashes) {
    const last = series.at(-1);
    const distance = last ? dash.from - last.from : 0;
    const own = dash.to - dash.from;
    const fits =
      last !== undefined &&
      own <= longest &&
      dash.from - last.to <= longest &&
      (series.length < 2 || even(distance, pitch, pitch)) &&
      even(own, length, pitch);
    if (fits) {
      pitch = series.length < 2 ? distance : pitch + (distance - pitch) / series.length;
      series.push(dash);
      length += (own - length) / series.length;
    } else {
      if (series.length > 1) all.push(series);
      series = own <= longest ? [dash] : [];
      length = own;
    }
  }
  if (series.length > 1) all.push(series);
  return all;
}
