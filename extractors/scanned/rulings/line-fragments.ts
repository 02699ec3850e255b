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

/** Runs that touch from row to row, as pieces of lines; what is no thin straight piece is left out. */
export function lineFragments(runs: readonly LineRun[], measures: LineMeasures): LineFragment[] {
  return touchingRuns(runs).flatMap((group) => {
    const fragment = fitted(group);
    return isLine(fragment, measures) ? [fragment] : [];
  });
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
