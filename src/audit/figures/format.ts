import Big from 'big.js';
import { amountIn, type MoneyUnit, showFen } from '../../model/facts/money-units.js';
import { type Figure, fenOf } from './figure.js';

export { showFen };

/** An amount of 元 given as a decimal string: `33840元`, `3.384万元` from 10,000 元 on. */
export function yuanOrWan(yuan: string): string {
  const value = new Big(yuan);
  return value.abs().gte(10_000) ? `${value.div(10_000).toFixed()}万元` : `${value.toFixed()}元`;
}

/** A figure as printed with the unit it is read in; a blank one as 空. */
export function showFigure(figure: Figure): string {
  const { money } = figure;
  if (fenOf(figure) === null) return money.printed.trim() || '空';
  return `${money.figure ?? money.printed}${money.unit ?? ''}`;
}

/** An amount in two units: `1310300元（131.03万元）`. */
export const showFenIn = (fen: number, unit: MoneyUnit, other: MoneyUnit): string =>
  unit === other ? showFen(fen, unit) : `${showFen(fen, unit)}（${showFen(fen, other)}）`;

/** A figure as printed, and in another unit where it is printed in its own: `1310300.00元（131.03万元）`. */
export function showIn(figure: Figure, unit: MoneyUnit): string {
  const fen = fenOf(figure);
  const isOther = fen !== null && figure.money.unit !== null && figure.money.unit !== unit;
  return `${showFigure(figure)}${isOther ? `（${showFen(fen, unit)}）` : ''}`;
}

/** So many addends are written out; of more the first ones. */
const MOST_ADDENDS = 8;
const FIRST_ADDENDS = 3;

/**
 * `80 + 3 + 2 + 5 = 90（万元）`, with the reported total behind it where it differs; `80 ≠ 70（万元）` for a single part;
 * `80 + 3 + 2 + …等12项 = 190（万元）` of a long list, whose parts all stand in the evidence.
 */
export function showSum(total: Figure, parts: Figure[]): string {
  const unit = total.money.unit ?? '万元';
  const addends = parts.filter((part) => fenOf(part) !== null);
  const computed = addends.reduce((sum, part) => sum + (fenOf(part) ?? 0), 0);
  const isLong = addends.length > MOST_ADDENDS;
  const left = [
    ...addends
      .slice(0, isLong ? FIRST_ADDENDS : MOST_ADDENDS)
      .map((part) => amountIn(fenOf(part) ?? 0, unit)),
    ...(isLong ? [`…等${addends.length}项`] : []),
  ]
    .join(' + ')
    .replaceAll('+ -', '- ');
  const reported = fenOf(total);
  const right = reported === null || reported === computed ? '' : ` ≠ ${amountIn(reported, unit)}`;
  const sum = addends.length === 1 ? '' : ` = ${amountIn(computed, unit)}`;
  return `${left}${sum}${right}（${unit}）`;
}

/** A count with its unit, 万 from ten thousand on: `17万份`. */
export function showCounted(value: Big, unit: string): string {
  return value.abs().gte(10_000) ? `${value.div(10_000).toFixed()}万${unit}` : `${value.toFixed()}${unit}`;
}

/** A share in percent with two decimals: `5.26`; null without a total. */
export const percentOf = (part: number, total: number): string | null =>
  total === 0 ? null : new Big(part).times(100).div(total).abs().toFixed(2);
