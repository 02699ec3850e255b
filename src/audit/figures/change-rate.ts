import Big from 'big.js';
import { type Figure, fenOf } from './figure.js';
import { halfPlace, halfWidth } from './intervals.js';

/** What a printed change says of the amount before it, in fen: lowest and highest, for every figure is rounded. */
export interface FenRange {
  low: Big;
  high: Big;
}

export function rangeOf(figure: Figure): FenRange | null {
  const fen = fenOf(figure);
  if (fen === null) return null;
  const slack = halfWidth(figure.money, {}).times(2);
  return { low: new Big(fen).minus(slack), high: new Big(fen).plus(slack) };
}

export const minus = (a: FenRange, b: FenRange): FenRange => ({
  low: a.low.minus(b.high),
  high: a.high.minus(b.low),
});
export const plus = (a: FenRange, b: FenRange): FenRange => ({
  low: a.low.plus(b.low),
  high: a.high.plus(b.high),
});

export const doRangesMeet = (a: FenRange, b: FenRange): boolean => a.low.lte(b.high) && b.low.lte(a.high);

/**
 * Whether a printed rate (in percent) may be `part ÷ base`, both only known within their last places: within its own last place,
 * rounded or cut off. Null where the base may be nothing.
 */
export function mayBeRate(printed: string, part: FenRange, base: FenRange): boolean | null {
  if (base.low.lte(0)) return null;
  const least = part.low.lt(0) ? new Big(0) : part.low;
  const [low, high] = [least.div(base.high).times(100), part.high.div(base.low).times(100)];
  const slack = halfPlace(printed.split('.')[1]?.length ?? 0).times(2);
  return low.minus(slack).lte(printed) && high.plus(slack).gte(printed);
}
