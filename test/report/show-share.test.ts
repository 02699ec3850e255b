import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showShare } from '../../src/report/show-share.js';

describe('showShare', () => {
  it.each([
    [4, 564, '0.7%'],
    [563, 564, '99.8%'],
    [0, 564, '0%'],
    [564, 564, '100%'],
    [1, 5_000, '<0.1%'],
    [4_999, 5_000, '>99.9%'],
    [1, 2, '50.0%'],
    [3, 2, '150.0%'],
    [20_001, 20_000, '100.0%'],
    [-1, 4, '-25.0%'],
    [0, 0, null],
    [5, 0, null],
  ])('%i of %i is %s', (part, whole, shown) => {
    expect(showShare(part, whole)).toBe(shown);
  });

  it('says none of it, and all of it, of nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.nat(10_000_000), (whole, given) => {
        const part = given % (whole + 1);
        const shown = showShare(part, whole);
        expect(shown === '0%').toBe(part === 0);
        expect(shown === '100%').toBe(part === whole);
        expect(shown).not.toBe('0.0%');
        expect(part < whole && shown === '100.0%').toBe(false);
      }),
    );
  });
});
