import Big from 'big.js';
import type { Money } from '../../model/money.js';
import type { FormReading } from '../verdicts/form-reading.js';
import { decimalsOf, halfPlace, halfWidth } from './intervals.js';

/** Spent ÷ budget in percent; null where an amount is missing or the budget is 0. */
export function exactRate(budget: Money | null, spent: Money | null): Big | null {
  if (!budget?.fen || spent?.state !== 'amount') return null;
  return new Big(spent.fen ?? 0).times(100).div(budget.fen);
}

/**
 * Whether a printed rate, rounded or cut off at its last place, meets the quotient of the two rounding intervals. A rate may be printed in
 * percent (98.5) or as a fraction (0.985).
 */
export function meetsRate(rate: string, budget: Money, spent: Money, { decimals }: FormReading): boolean {
  const [least, most] = quotient(spent, budget, decimals);
  return [1, 100].some((scale) => {
    const printed = new Big(rate).times(scale);
    const half = halfPlace(decimalsOf(rate)).times(scale);
    const isFractionTooLarge = scale === 100 && printed.gt(100);
    if (isFractionTooLarge || printed.minus(half).gt(most)) return false;
    const isCutOff = decimalsOf(rate) > 0 && printed.plus(half.times(2)).gt(least);
    return isCutOff || printed.plus(half).gte(least);
  });
}

/** Bounds of spent ÷ budget in percent. */
function quotient(spent: Money, budget: Money, decimals: FormReading['decimals']): [Big, Big] {
  const [above, below] = [halfWidth(spent, decimals), halfWidth(budget, decimals)];
  const [numerator, denominator] = [new Big(spent.fen ?? 0), new Big(budget.fen ?? 1)];
  return [
    numerator.minus(above).times(100).div(denominator.plus(below)),
    numerator.plus(above).times(100).div(denominator.minus(below)),
  ];
}
