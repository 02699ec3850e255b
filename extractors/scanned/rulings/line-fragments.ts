import type { LineMeasures } from './line-measures.js';
import type { LineRun } from './line-runs.js';

/** A piece of a line: runs of neighbouring rows; x to the right along it, y across, in pixels. */
export interface LineFragment {
  from: number;
  to: number;
  /** y of its middle, and how much it climbs a pixel. */
  at: number;
  slope: number;
  thickness: number;
  runs: LineRun[];
}

/** Pixels along a line it may climb one in. */
const STEEPEST = 1 / 30;

/**
 * Runs that touch from row to row, as pieces of lines; what is no thin straight piece is left out.
 * @param ink the `lineInk` of the picture, by which pieces go on where their steps are too short for runs
 */
export function lineFragments(
  runs: readonly LineRun[],
  ink: Uint8Array,
  width: number,
  measures: LineMeasures,
): LineFragment[] {
  return touchingRuns(runs).flatMap((group) => {
    const fragment = fitted(group);
    return isLine(fragment, measures) ? [toItsEnds(fragment, ink, width, measures)] : [];
  });
}

/** A line goes on as long as there is ink in one of the rows next to where it has come to. */
function toItsEnds(
  fragment: LineFragment,
  ink: Uint8Array,
  width: number,
  { piece, speck }: LineMeasures,
): LineFragment {
  const { from, to, at, slope, runs } = fragment;
  const more: LineRun[] = [];
  const endOf = (start: number, step: number): number => {
    let end = start;
    for (let x = start + step; Math.abs(x - start) <= piece && Math.abs(x - end) <= speck + 1; x += step) {
      if (x < 0 || x >= width) break;
      const middle = Math.floor(at + slope * (x - (from + to) / 2));
      const rows = [middle, middle - 1, middle + 1].filter((y) => ink[y * width + x] === 1);
      more.push(...rows.map((y) => ({ y, from: x, to: x + 1 })));
      if (rows.length > 0) end = x;
    }
    return end;
  };
  const first = endOf(from, -1);
  const last = endOf(to - 1, 1) + 1;
  const shift = slope * ((first + last) / 2 - (from + to) / 2);
  return { ...fragment, from: first, to: last, at: at + shift, runs: [...runs, ...more] };
}

function touchingRuns(runs: readonly LineRun[]): LineRun[][] {
  const groups = runs.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    for (let up = groups[at]; up !== undefined && up !== at; up = groups[at]) at = up;
    groups[i] = at;
    return at;
  };
  let above = 0;
  runs.forEach((run, i) => {
    while (above < i && (runs[above]?.y ?? 0) < run.y - 1) above++;
    for (let j = above; j < i; j++) {
      const other = runs[j];
      if (!other || other.y === run.y || other.from > run.to) break;
      if (other.to >= run.from) groups[root(i)] = root(j);
    }
  });
  const members = new Map<number, LineRun[]>();
  runs.forEach((run, i) => {
    const key = root(i);
    const group = members.get(key);
    if (group) group.push(run);
    else members.set(key, [run]);
  });
  return [...members.values()];
}

/** The straight line through the runs, each pixel weighing the same. */
function fitted(runs: LineRun[]): LineFragment {
  let from = Infinity;
  let to = -Infinity;
  let weight = 0;
  let sumX = 0;
  let sumY = 0;
  for (const run of runs) {
    const length = run.to - run.from;
    from = Math.min(from, run.from);
    to = Math.max(to, run.to);
    weight += length;
    sumX += (length * (run.from + run.to)) / 2;
    sumY += length * (run.y + 0.5);
  }
  const x = sumX / weight;
  const y = sumY / weight;
  let across = 0;
  let along = 0;
  for (const run of runs) {
    const length = run.to - run.from;
    const dx = (run.from + run.to) / 2 - x;
    across += length * dx * (run.y + 0.5 - y);
    along += length * (dx * dx + (length * length) / 12);
  }
  const slope = across / along;
  return { from, to, at: y + slope * ((from + to) / 2 - x), slope, thickness: weight / (to - from), runs };
}

function isLine(fragment: LineFragment, { window }: LineMeasures): boolean {
  const { from, to, slope, thickness, runs } = fragment;
  if (thickness > window || Math.abs(slope) > STEEPEST) return false;
  const mid = (from + to) / 2;
  return runs.every(
    (run) => Math.abs(run.y + 0.5 - fragment.at - slope * ((run.from + run.to) / 2 - mid)) <= window,
  );
}
