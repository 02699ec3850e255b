import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPrivate } from '../../../normalizers/privacy/mask-private.js';
import { timesOfReference } from '../../support/times-of-reference.js';
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
    );
  });

  it('masks whom a sentence sends to, before the number', () => {
    for (const verb of ['请找', '可联系', '请与', '请向', '致电', '咨询']) {
      expect(maskPrivate(`${verb}张小兰（13912345678）核对`)).toBe(`${verb}＊＊（＊＊）核对`);
      expect(maskPrivate(`${verb}欧阳小兰_13912345678`)).toBe(`${verb}＊＊_＊＊`);
      expect(maskPrivate(`${verb}财政局（0731-28881234）`)).toBe(`${verb}财政局（＊＊）`);
    }
    expect(maskPrivate('诸葛小兰_13912345678')).toBe('＊＊_＊＊');
  });

  it.each([
    ['blanks behind a label', `填报人：${' '.repeat(60_000)}张小兰`],
    ['wide blanks', `填 ${'\u3000'.repeat(60_000)}人：王`],
    ['digits', '1'.repeat(60_000)],
    ['an address without an end', `${'a.'.repeat(30_000)}@`],
    ['labels without an end', '联系电话：'.repeat(12_000)],
    ['tabs behind a telephone', `联系电话${'\t'.repeat(60_000)}`],
    ['commas', `联系人：李四${'、'.repeat(60_000)}`],
    ['brackets', `填表人${'（'.repeat(60_000)}`],
  ])('needs no more than the length of the text: %s', async (_, text) => {
    expect(await timesOfReference(() => maskPrivate(text))).toBeLessThan(100);
  });

  it('changes no amount', () => {
    const amount = fc.tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 999_999 }));
    fc.assert(
      fc.property(amount, fc.constantFrom('', '元', '万元'), ([whole, fraction], unit) => {
        const text = `金额 ${whole.toLocaleString('en-US')}.${String(fraction).padStart(6, '0')}${unit}`;
        expect(maskPrivate(text)).toBe(text);
      }),
    );
  });

  it('masks what is masked already no further, and answers for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = maskPrivate(`${text}填表人：张三 联系电话：0731-12345678`);
        expect(maskPrivate(once)).toBe(once);
      }),
    );
  });
});
