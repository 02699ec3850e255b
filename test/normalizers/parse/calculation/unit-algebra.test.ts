import { describe, expect, it } from 'vitest';
import {
  combine,
  leftOver,
  moneyPower,
  unitDimension,
} from '../../../../normalizers/parse/calculation/unit-algebra.js';

const product = (...units: string[]) =>
  units.map(unitDimension).reduce((left, right) => combine(left, right, 1));

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
    expect(leftOver(combine(unitDimension('元'), unitDimension('月'), -1))).toEqual(['月']);
  });
});
