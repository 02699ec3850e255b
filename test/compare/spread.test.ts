import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../../src/compare/spread.js';
import { isOutlier } from '../../src/model/comparison.js';

describe('spread', () => {
  it('is exact on decimals', () => {
    expect(spread(['0.1', '0.2', '0.3', '10'])).toEqual({
      count: 4,
      median: '0.25',
      min: '0.1',
      max: '10',
      mad: '0.1',
      fences: null,
    });
  });

  it('has fences of eight figures and more, one and a half quartile ranges beyond the quartiles', () => {
    const figures = ['1', '2', '3', '4', '5', '6', '7', '100'];
    const found = spread(figures);
    expect(found?.fences).toEqual({ low: '-2.5', high: '11.5' });
    expect(figures.filter((figure) => isOutlier(Number(figure), found))).toEqual(['100']);
    expect(spread(figures.slice(1))?.fences).toBeNull();
    expect(isOutlier(100, spread(figures.slice(1)))).toBe(false);
    expect(spread(['90', '90', '90', '90', '90', '90', '90', '90', '95'])?.fences).toBeNull();
  });

  it('has nothing to say of nothing', () => expect(spread([])).toBeNull());

  it('keeps median between the ends, and does not care for order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }), (figures) => {
        const result = spread(figures.map(String));
        expect(Number(result?.min)).toBeLessThanOrEqual(Number(result?.median));
        expect(Number(result?.median)).toBeLessThanOrEqual(Number(result?.max));
        expect(spread(figures.toReversed().map(String))).toEqual(result);
      }),
    );
  });
});
