import { describe, expect, it } from 'vitest';
import {
  combine,
  dimensionOf,
  leftOver,
  moneyPower,
} from '../../../../normalizers/parse/calculation/unit-algebra.js';

const product = (...units: string[]) =>
  units.map(dimensionOf).reduce((left, right) => combine(left, right, 1));

describe('unit algebra', () => {
  it('cancels what a price names; bare counters stay above the line', () => {
    const amount = product('人', '元/月', '月');
    expect(leftOver(amount)).toEqual([]);
    expect(moneyPower(amount)).toBe(1);
  });

  it('leaves the unit whose factor is missing', () => {
    expect(leftOver(product('人', '元/人/月'))).toEqual(['月']);
  });

  it('divides', () => {
    expect(leftOver(combine(dimensionOf('元'), dimensionOf('月'), -1))).toEqual(['月']);
  });
});
