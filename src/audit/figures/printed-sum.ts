import { fenIn, type MoneyUnit } from '../../model/facts/money-units.js';
import { type Figure, fenOf, isEmpty } from './figure.js';
import { compareSum } from './intervals.js';

/**
 * Whether the parts add up to the total in a table whose figures may have been rounded or cut off: within the last place of every
 * figure. Null where an amount that is needed was not read, or nothing stands on one side.
 */
export function isPrintedSum(total: Figure, parts: readonly Figure[]): boolean | null {
  if (parts.every(({ money }) => isEmpty(money))) return null;
  const comparison = compareSum(total, [...parts]);
  if (!comparison) return null;
  const { agreement, differenceFen, slackFen } = comparison;
  if (agreement === 'equal' || agreement === 'rounding') return true;
  if (Math.abs(differenceFen) <= slackFen * CUT_OFF) return true;
  const { unit } = total.money;
  return agreement === 'coarse' && unit !== null && total.form.decimals[unit] === 0;
}

/** A figure cut off is up to a whole last place too small, a rounded one half of it. */
const CUT_OFF = 2;

/** Whether two printed figures may stand for one amount. */
export const isSamePrinted = (one: Figure, other: Figure): boolean => isPrintedSum(one, [other]) === true;

/** Σ of what is printed, in fen; blanks are 0. */
export const sumFen = (figures: readonly Figure[]): number =>
  figures.reduce((sum, figure) => sum + (fenOf(figure) ?? 0), 0);

/** Whether a figure of the prose, as fine as it is printed, may stand for an amount of a table. */
export function isSaidOf(said: Figure, printed: Figure): boolean {
  if (isSamePrinted(said, printed)) return true;
  const difference = Math.abs((fenOf(said) ?? 0) - (fenOf(printed) ?? 0));
  const { unit, decimals } = said.money;
  return fenOf(printed) !== null && unit !== null && difference <= lastPlace(unit, decimals ?? 0);
}

/** One in the last place of a figure, in fen. */
export const lastPlace = (unit: MoneyUnit, decimals: number): number => fenIn(unit) / 10 ** decimals;
