import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMoneyUnit } from '../../../../normalizers/parse/money/find-money-unit.js';
import units from './units.json' with { type: 'json' };

describe('findMoneyUnit', () => {
  it.each(units)('%s → %s', (text, unit) => {
    expect(findMoneyUnit(text ?? '')).toBe(unit);
  });

  it('answers for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect([null, '元', '千元', '万元', '百万元', '亿元']).toContain(findMoneyUnit(text));
      }),
    );
  });
});
