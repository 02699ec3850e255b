import Big from 'big.js';

/** Power of ten of 元 in each unit amounts are published in. */
export const POWER_OF_YUAN = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 } as const;

export type MoneyUnit = keyof typeof POWER_OF_YUAN;

/** 元 in a unit. Safe: at most 10⁸. */
export const yuanIn = (unit: MoneyUnit): number => 10 ** POWER_OF_YUAN[unit];

/** 分 in a unit. Safe: at most 10¹⁰. */
export const fenIn = (unit: MoneyUnit): number => 100 * yuanIn(unit);

/** An amount in the given unit, exact, without trailing zeros: `3.7`. */
export const amountIn = (fen: number, unit: MoneyUnit): string => new Big(fen).div(fenIn(unit)).toFixed();

/** An amount as sentences have it: `240.67万元`. */
export const showFen = (fen: number, unit: MoneyUnit = '万元'): string => `${amountIn(fen, unit)}${unit}`;
