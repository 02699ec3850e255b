import Big from 'big.js';
import { OUTLIERS_OF, type Spread } from '../model/comparison.js';

/** Tukey's fences: so many interquartile ranges beyond the quartiles. */
const FENCE = 1.5;

/** Median, ends, median absolute deviation and fences of decimal strings; null for none. Exact. */
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
    fences: sorted.length < OUTLIERS_OF ? null : fencesOf(sorted),
  };
}

const ascending = (figures: Big[]): Big[] => figures.sort((a, b) => a.cmp(b));

/** Of sorted figures, at least one. */
function median(sorted: readonly Big[]): Big {
  const half = sorted.length / 2;
  const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return middle.reduce((sum, figure) => sum.plus(figure), new Big(0)).div(middle.length);
}

/** null where the middle half is all the same: then everything else would be an outlier. */
function fencesOf(sorted: readonly Big[]): Spread['fences'] {
  const [lower, upper] = [quantile(sorted, 1), quantile(sorted, 3)];
  const reach = upper.minus(lower).times(FENCE);
  if (reach.eq(0)) return null;
  return { low: lower.minus(reach).toFixed(), high: upper.plus(reach).toFixed() };
}

/** A quartile of sorted figures, in a straight line between the two it falls between. @param quarter 1 or 3 */
function quantile(sorted: readonly Big[], quarter: number): Big {
  const at = new Big(sorted.length - 1).times(quarter).div(4);
  const below = Math.floor(at.toNumber());
  const low = sorted[below] ?? new Big(0);
  return low.plus((sorted[below + 1] ?? low).minus(low).times(at.minus(below)));
}
