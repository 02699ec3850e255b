import { describe, expect, it } from 'vitest';
import { robustScale } from '../../../src/audit/figures/robust-scale.js';

describe('robustScale', () => {
  it('is not moved by an outlier', () => {
    const { median, scoreOf } = robustScale([0.4, 0.5, 0.5, 0.5, 0.6, 0.6, 0.5, 50]);
    expect(median).toBeCloseTo(0.5);
    expect(scoreOf(50)).toBeGreaterThan(3.5);
    expect(Math.abs(scoreOf(0.6))).toBeLessThan(3.5);
  });

  it('does not make much of small differences among equal prices', () => {
    expect(robustScale(Array(20).fill(100)).scoreOf(120)).toBeLessThan(3.5);
    expect(robustScale(Array(20).fill(100)).scoreOf(1000)).toBeGreaterThan(3.5);
  });
});
