import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figure, figureOf } from '../../../src/audit/figures/figure.js';
import { compareSum, finestDecimals, halfWidth } from '../../../src/audit/figures/intervals.js';
import type { MoneyUnit } from '../../../src/model/facts/money-units.js';
import { readingOf } from '../../support/form-reading.js';
import { wan } from '../../support/generated-disclosure.js';
import { printedMoney } from '../../support/printed-money.js';

const figures = (printed: string[], unit: MoneyUnit = '万元'): Figure[] => {
  const monies = printed.map((text) => printedMoney(text, unit));
  const reading = readingOf({ decimals: finestDecimals(monies) });
  const evidence = { place: 't1 r1 c1', quote: '', block: 0, cell: 0 };
  return monies.map((money) => figureOf('数', money, evidence, reading));
};

const compare = (printed: string[], unit?: MoneyUnit) => {
  const [total, ...parts] = figures(printed, unit);
  return total && compareSum(total, parts);
};

describe('halfWidth', () => {
  it('takes an amount in 万元 to two decimals at least', () => {
    expect(halfWidth(printedMoney('80', '万元'), {}).toNumber()).toBe(5_000);
  });

  it('takes a whole 元 as it is printed', () => {
    expect(halfWidth(printedMoney('80', '元'), {}).toNumber()).toBe(50);
  });

  it('is never wider than the most decimals of the form', () => {
    expect(halfWidth(printedMoney('80', '万元'), { 万元: 4 }).toNumber()).toBe(50);
  });

  it('keeps fractions of a fen', () => {
    expect(halfWidth(printedMoney('1.1234567', '万元'), {}).toFixed()).toBe('0.05');
  });
});

describe('compareSum', () => {
  it('is exact where the point values meet', () => {
    expect(compare(['240.67', '240.67', '0'])).toMatchObject({ agreement: 'equal', differenceFen: 0 });
  });

  it('explains a difference within the rounding intervals', () => {
    expect(compare(['3.7', '3.38', '0.31'])).toMatchObject({
      agreement: 'rounding',
      differenceFen: 10_000,
      slackFen: 15_000,
    });
  });

  it('counts the interval as closed', () => {
    expect(compare(['0.02', '0.01'])).toMatchObject({ agreement: 'rounding', slackFen: 10_000 });
    expect(compare(['0.03', '0.01'])?.agreement).toBe('differs');
  });

  it('keeps apart what only the coarser printing explains', () => {
    expect(compare(['718.46', '718.463512'])?.agreement).toBe('coarse');
  });

  it('takes blank parts as nothing and refuses unresolved ones', () => {
    expect(compare(['10', '10', ''])?.agreement).toBe('equal');
    expect(compare(['10', '约十万'])).toBeNull();
    expect(compare(['', '10'])).toBeNull();
  });

  it('never fails for figures rounded from exact amounts', () => {
    const exact = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(exact, (fens) => {
        const total = fens.reduce((sum, fen) => sum + fen, 0);
        const printed = [total, ...fens].map((fen) => wan(Math.round(fen / 10_000)));
        expect(['equal', 'rounding']).toContain(compare(printed)?.agreement);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the parts', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(amounts, (hundreds) => {
        const [total = '0', ...parts] = hundreds.map(wan);
        expect(compare([total, ...parts])).toEqual(compare([total, ...parts.reverse()]));
      }),
    );
  });
});
