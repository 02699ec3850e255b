import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPrivate } from '../../../../normalizers/parse/privacy/mask-private.js';
import masked from './masked.json' with { type: 'json' };

describe('maskPrivate', () => {
  it.each(masked)('%s', (text, expected) => {
    expect(maskPrivate(text ?? '')).toBe(expected ?? text);
  });

  it('masks every mobile number that stands alone', () => {
    const mobile = fc
      .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
      .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`)
      .filter((number) => !number.endsWith('00000'));
    fc.assert(
      fc.property(mobile, (number) => {
        expect(maskPrivate(`请拨${number}，谢谢`)).toBe('请拨＊＊，谢谢');
      }),
      { seed: 5 },
    );
  });

  it('changes no amount', () => {
    const amount = fc.tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 999_999 }));
    fc.assert(
      fc.property(amount, fc.constantFrom('', '元', '万元'), ([whole, fraction], unit) => {
        const text = `金额 ${whole.toLocaleString('en-US')}.${String(fraction).padStart(6, '0')}${unit}`;
        expect(maskPrivate(text)).toBe(text);
      }),
      { seed: 5 },
    );
  });

  it('masks what is masked already no further, and answers for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = maskPrivate(`${text}填表人：张三 联系电话：0731-12345678`);
        expect(maskPrivate(once)).toBe(once);
      }),
      { seed: 5 },
    );
  });
});
