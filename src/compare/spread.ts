import Big from 'big.js';
import type { Spread } from '../model/comparison.js';

/** Median, ends and median absolute deviation of decimal strings; null for none. Exact. */
export function spread(figures: readonly string[]): Spread | null {
  const sorted = ascending(figures.map((figure) => new Big(figure)));
  const [least] = sorted;
  const most = sorted.at(-1);
  if (!least || !most) return null;
  const middle = median(sorted);
  const mad = median(ascending(sorted.map((figure) => figure.minus(middle).abs())));
  return {
    count: sorted.length,
    median: middle.toFixed(),
    min: least.toFixed(),
    max: most.toFixed(),
    mad: mad.toFixed(),
  };
}

const ascending = (figures: Big[]): Big[] => figures.sort((a, b) => a.cmp(b));

/** Of sorted figures, at least one. */
function median(sorted: readonly Big[]): Big {
  const half = sorted.length / 2;
  const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return middle.reduce((sum, figure) => sum.plus(figure), new Big(0)).div(middle.length);
}
