import type { Points } from './edge-points.js';

export interface LineSlope {
  /** Tangent of the angle to the axis. */
  slope: number;
  /** How much better the points lie in lines along it than along others: 1 is not at all. */
  clearness: number;
}

const degrees = (angle: number): number => Math.tan((angle * Math.PI) / 180);
const COARSE = { step: degrees(0.25), bin: 4 };
const FINE = { step: degrees(0.05), reach: 6, bin: 1 };
const FINEST = { step: degrees(0.0125), reach: 5, bin: 1 };

/**
 * The slope of the lines that points lie in: the one along which they fall together on the fewest places (a projection profile).
 * `along` is the coordinate that runs along the lines, `beside` the other one.
 * @param from,to slopes to look between
 */
export function lineSlope(
  along: Float32Array,
  beside: Float32Array,
  count: number,
  [from, to]: readonly [from: number, to: number],
): LineSlope {
  const profile = profiler(along, beside, count);
  let best = { slope: 0, score: -1 };
  let [sum, tries] = [0, 0];
  for (let slope = from; slope <= to + COARSE.step / 2; slope += COARSE.step) {
    const score = profile(slope, COARSE.bin);
    sum += score;
    tries++;
    if (score > best.score) best = { slope, score };
  }
  const clearness = best.score / (sum / tries || 1);
  for (const { step, reach, bin } of [FINE, FINEST]) best = climbed(profile, best.slope, step, reach, bin);
  return { slope: best.slope, clearness };
}

interface Scored {
  slope: number;
  score: number;
}

/** The best around a slope, between the steps by a parabola. */
function climbed(
  profile: (slope: number, bin: number) => number,
  middle: number,
  step: number,
  reach: number,
  bin: number,
): Scored {
  const scores = Array.from({ length: 2 * reach + 1 }, (_, i) => profile(middle + (i - reach) * step, bin));
  const at = scores.indexOf(Math.max(...scores));
  const [before, top, after] = [scores[at - 1] ?? 0, scores[at] ?? 0, scores[at + 1] ?? 0];
  const bend = before - 2 * top + after;
  const shift = at > 0 && at < scores.length - 1 && bend < 0 ? (before - after) / (2 * bend) : 0;
  return { slope: middle + (at - reach + shift) * step, score: top };
}

/** How far the points fall together: the sum of squares of how many fall on each place, each shared by the two nearest. */
function profiler(
  along: Float32Array,
  beside: Float32Array,
  count: number,
): (slope: number, bin: number) => number {
  let [first, last, lowest, highest] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [a, b] = [along[i] ?? 0, beside[i] ?? 0];
    first = i === 0 || a < first ? a : first;
    last = i === 0 || a > last ? a : last;
    lowest = i === 0 || b < lowest ? b : lowest;
    highest = i === 0 || b > highest ? b : highest;
  }
  const middle = (first + last) / 2;
  return (slope, bin) => {
    const reach = (Math.abs(slope) * (last - first)) / 2;
    const start = lowest - reach - bin;
    const sums = new Float32Array(Math.ceil((highest - lowest + 2 * reach) / bin) + 4);
    for (let i = 0; i < count; i++) {
      const place = ((beside[i] ?? 0) - slope * ((along[i] ?? 0) - middle) - start) / bin;
      const floor = place | 0;
      const share = place - floor;
      sums[floor] = (sums[floor] ?? 0) + 1 - share;
      sums[floor + 1] = (sums[floor + 1] ?? 0) + share;
    }
    let score = 0;
    for (let i = 0; i < sums.length; i++) score += (sums[i] ?? 0) * (sums[i] ?? 0);
    return score;
  };
}

/** The points of some that lie between two bounds of a coordinate. */
export function pointsBetween({ count, x, y }: Points, by: 'x' | 'y', from: number, to: number): Points {
  const coordinate = by === 'x' ? x : y;
  const some: Points = { count: 0, x: new Float32Array(count), y: new Float32Array(count) };
  for (let i = 0; i < count; i++) {
    const value = coordinate[i] ?? 0;
    if (value < from || value >= to) continue;
    some.x[some.count] = x[i] ?? 0;
    some.y[some.count++] = y[i] ?? 0;
  }
  return some;
}
