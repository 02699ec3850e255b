import Big from 'big.js';

/** Significant digits Excel keeps of a number. */
const DIGITS = 15;

/** The decimal Excel takes a number for: 2521.1649999… is 2521.165. */
export const storedDecimal = (value: number): Big => new Big(value.toPrecision(DIGITS));
