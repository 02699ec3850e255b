import type Big from 'big.js';
import type { Equation } from './equation.js';
import { type Figure, fenOf } from './figure.js';
import { compareSum } from './intervals.js';

/** One printed figure that would make the sum meet if its unit were `factor` times larger or smaller. */
export interface UnitSlip {
  figure: Figure;
  factor: number;
  /** The figure as it would have to be, in fen. */
  needed: number;
}

/** 元 ↔ 万元 first; the others happen with 千元 and 百万元, and by chance with round figures. */
const FACTORS = [10_000, 1_000, 100];

/** A figure this many times the rounding slack says something; a smaller one meets by chance. */
const TELLING = 10;

/** Every single change of unit that makes a failing sum meet, the largest factor first; empty for sums that meet. */
export function unitSlips({ total, parts, isLimit }: Equation): UnitSlip[] {
  const comparison = compareSum(total, parts);
  if (comparison?.agreement !== 'differs' || isLimit) return [];
  for (const factor of FACTORS) {
    const slips = [total, ...parts].flatMap((figure) =>
      [1 / factor, factor].flatMap((scale): UnitSlip[] => {
        const fen = fenOf(figure);
        if (fen === null) return [];
        const needed = Math.round(fen * scale);
        if (Math.abs(needed) <= comparison.slackFen * TELLING) return [];
        return meetsWith(total, parts, figure, needed) ? [{ figure, factor, needed }] : [];
      }),
    );
    if (slips.length > 0) return slips;
  }
  return [];
}

/** Rounding intervals stay those of the printed figures: a scaled interval would meet anything. */
function meetsWith(total: Figure, parts: Figure[], changed: Figure, fen: number): boolean {
  const scaled = (figure: Figure): Figure =>
    figure === changed ? { ...figure, money: { ...figure.money, fen } } : figure;
  const agreement = compareSum(scaled(total), parts.map(scaled))?.agreement;
  return agreement === 'equal' || agreement === 'rounding';
}

/** `，像是单位写错（万元／元）` where two figures that should be one have the same digits in 元 and in 万元; '' otherwise. */
export function slipWords(one: Figure, other: Figure): string {
  const [less, more] = [fenOf(one) ?? 0, fenOf(other) ?? 0].sort((a, b) => a - b);
  return less && more === less * TEN_THOUSAND ? '，像是单位写错（万元／元）' : '';
}

/** Whether one amount is about ten thousand times another: 元 printed as 万元, whatever else differs. */
export function isTenThousandfold(larger: Big | number, smaller: number): boolean {
  const [least, most] = [smaller * (TEN_THOUSAND / NEARLY), smaller * TEN_THOUSAND * NEARLY];
  return typeof larger === 'number'
    ? larger >= least && larger <= most
    : larger.gte(least) && larger.lte(most);
}

/**
 * Whether a part is so many times its whole that only the unit explains it: a thousand times is no plan of several years, and
 * beyond twenty thousand it would not fit the whole in the other unit either.
 */
export const isPartInWrongUnit = (part: Big, whole: number): boolean =>
  part.gte(whole * 1_000) && part.lte(whole * TEN_THOUSAND * NEARLY);

const TEN_THOUSAND = 10_000;
/** A source of any size may be a small part of a total (上年结转), this one not. */
const MAIN_SOURCE = /财政|公共预算/;
/** Within this factor of 10,000. */
const NEARLY = 2;

/** The side of a failing sum that is about 10,000 times the other although no change of unit makes them meet. */
export function distantSide({ total, parts, isLimit }: Equation): { figure: Figure; needed: number } | null {
  const sum = parts.reduce((fen, part) => fen + (fenOf(part) ?? 0), 0);
  const whole = fenOf(total) ?? 0;
  if (sum <= 0 || whole <= 0) return null;
  if (isTenThousandfold(whole, sum)) {
    const isMainPart = parts.some(({ label }) => MAIN_SOURCE.test(label));
    return isLimit && !isMainPart ? null : { figure: total, needed: whole / TEN_THOUSAND };
  }
  const largest = parts.reduce(
    (most, part) => ((fenOf(part) ?? 0) > (fenOf(most) ?? 0) ? part : most),
    total,
  );
  const fen = fenOf(largest) ?? 0;
  const isPart = largest !== total && isTenThousandfold(sum, whole);
  return isPart ? { figure: largest, needed: fen / TEN_THOUSAND } : null;
}
