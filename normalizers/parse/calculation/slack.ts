import Big from 'big.js';
import type { MoneyUnit } from '../../../src/model/facts/money-units.js';
import { yuanIn } from '../../../src/model/facts/money-units.js';

/** In 万元 figures count as printed to two decimals at least (50 元), in larger units to the same. */
const COARSEST_DIGIT = new Big(100);

/** Half of the last printed digit of `figure` in units of `factor` 元, at most half of 0.01 万元. */
export function slackOf(figure: string, factor: Big): Big {
  const decimals = figure.split('.')[1]?.length ?? 0;
  const digit = factor.div(new Big(10).pow(decimals));
  return (digit.gt(COARSEST_DIGIT) ? COARSEST_DIGIT : digit).div(2);
}

/** Slack of an amount known only in fen: the last digit it must have been printed with, at most 0.01 万元. */
export function slackOfFen(fen: number, moneyUnit: MoneyUnit | null): Big {
  const factor = new Big(moneyUnit === null ? 1 : yuanIn(moneyUnit));
  const figure = new Big(fen).div(100).div(factor).toFixed();
  return slackOf(figure, factor);
}
