import Big from 'big.js';
import { fenIn, type MoneyUnit } from '../../model/facts/money-units.js';
import type { Money } from '../../model/money.js';
import type { Decimals } from '../verdicts/form-reading.js';
import { type Figure, fenOf, isEmpty } from './figure.js';

/** Amounts in 万元 are published to the 百元 at the coarsest. */
const LEAST_DECIMALS: Decimals = { 万元: 2 };

/**
 * - `equal`      the point values meet
 * - `rounding`   they differ, but the rounding intervals meet (T1)
 * - `coarse`     they meet only when each figure is taken as coarse as it is printed itself, not as its form prints
 * - `differs`    no reading of the printed decimals explains the difference
 */
export type Agreement = 'equal' | 'rounding' | 'coarse' | 'differs';

export interface IntervalComparison {
  agreement: Agreement;
  reportedFen: number;
  computedFen: number;
  /** reported − computed. */
  differenceFen: number;
  /** Largest difference that rounding can explain (T1), in fen, rounded down; 0 where there is none to explain. */
  slackFen: number;
}

export function finestDecimals(monies: Iterable<Money>): Decimals {
  const finest: Decimals = {};
  for (const { state, unit, decimals } of monies) {
    if (state !== 'amount' || unit === null || decimals === null) continue;
    finest[unit] = Math.max(finest[unit] ?? 0, decimals);
  }
  return finest;
}

/**
 * Half of the last place of a printed amount, in fen: the value lies within ± this. As in XBRL Calculations 1.1 a figure
 * with d decimals is the interval v ± ½·10⁻ᵈ; d is at least `finest` of its unit. Zero where nothing is printed.
 */
export function halfWidth({ state, unit, decimals }: Money, finest: Decimals): Big {
  if (state !== 'amount' || unit === null) return NOTHING;
  return halfPlaceIn(unit, Math.max(decimals ?? 0, LEAST_DECIMALS[unit] ?? 0, finest[unit] ?? 0));
}

const NOTHING = new Big(0);

const halfPlaces = new Map<string, Big>();

/** In fen; there are few units and few counts of decimals, so each is worked out once. */
function halfPlaceIn(unit: MoneyUnit, decimals: number): Big {
  const key = `${decimals}${unit}`;
  const known = halfPlaces.get(key) ?? halfPlace(decimals).times(fenIn(unit));
  halfPlaces.set(key, known);
  return known;
}

/** ½·10⁻ᵈ */
export function halfPlace(decimals: number): Big {
  const known = halves[decimals] ?? new Big(`0.5e-${decimals}`);
  halves[decimals] = known;
  return known;
}

const halves: Big[] = [];

/** Digits a double holds without fail. */
const SAFE_DIGITS = 15;

/** Whether a decimal string of 元 is just so many fen; two doubles are compared only where they hold every digit. */
export const isYuan = (yuan: string, fen: number): boolean =>
  yuan.length <= SAFE_DIGITS && Number.isSafeInteger(fen)
    ? Number(yuan) === fen / 100
    : new Big(yuan).times(100).eq(fen);

/** Decimals of a figure as printed: 98.50 → 2. */
export const decimalsOf = (figure: string): number =>
  figure.includes('.') ? (figure.split('.')[1]?.length ?? 0) : 0;

/** Whether a figure may stand for the exact value: rounded to its decimals, or cut off after them (99.996 as 99.99). */
export function isPrintOf(figure: string, exact: Big): boolean {
  const half = halfPlace(decimalsOf(figure));
  const over = exact.minus(figure);
  return over.gte(half.times(-1)) && (over.lte(half) || (decimalsOf(figure) > 0 && over.lt(half.times(2))));
}

/** Compares a printed amount with the sum of its parts. Null when an amount that is needed was not read. */
export function compareSum(total: Figure, parts: Figure[]): IntervalComparison | null {
  const reportedFen = fenOf(total);
  if (reportedFen === null) return null;
  let computedFen = 0;
  for (const part of parts) {
    const fen = fenOf(part);
    if (fen === null && !isEmpty(part.money)) return null;
    computedFen += fen ?? 0;
  }
  if (reportedFen === computedFen) {
    return { agreement: 'equal', reportedFen, computedFen, differenceFen: 0, slackFen: 0 };
  }
  const figures = [total, ...parts];
  const slack = sumOf(figures.map((figure) => halfWidth(figure.money, figure.form.decimals)));
  const coarse = sumOf(figures.map((figure) => halfWidth(figure.money, AS_PRINTED)));
  const differenceFen = reportedFen - computedFen;
  return {
    agreement: agreementOf(new Big(Math.abs(differenceFen)), slack, coarse),
    reportedFen,
    computedFen,
    differenceFen,
    slackFen: Number(slack.round(0, Big.roundDown)),
  };
}

/** T2: a recomputed value against a printed one whose last place is worth `2 × slack`. */
export function agreementOf(difference: Big, slack: Big, coarse: Big = slack): Agreement {
  if (difference.eq(0)) return 'equal';
  if (difference.lte(slack)) return 'rounding';
  return difference.lte(coarse) ? 'coarse' : 'differs';
}

/** No form says how fine its figures are. */
const AS_PRINTED: Decimals = {};

const sumOf = (values: Big[]): Big => values.reduce((sum, value) => sum.plus(value), NOTHING);
