import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoney } from '../../../../normalizers/parse/money/parse-money.js';
import type { MoneyUnit } from '../../../../src/model/facts/money-units.js';
import cases from './cases.json' with { type: 'json' };

interface Case {
  text: string;
  label?: string;
  caption?: MoneyUnit;
  paragraph?: MoneyUnit;
  document?: MoneyUnit;
  state: string;
  fen?: number;
  figure?: string;
  unit?: MoneyUnit | null;
  from?: string | null;
  contextUnit?: MoneyUnit | null;
}

/** 12345n with two decimals → 123.45. */
function pointed(digits: bigint, decimals: number): string {
  const plain = String(digits).padStart(decimals + 1, '0');
  return decimals === 0 ? plain : `${plain.slice(0, -decimals)}.${plain.slice(-decimals)}`;
}

/** Digits with so many decimals, with another number of them, halves away from zero. */
function roundedTo(digits: bigint, decimals: number, wanted: number): bigint {
  if (wanted >= decimals) return digits * 10n ** BigInt(wanted - decimals);
  const scale = 10n ** BigInt(decimals - wanted);
  return (digits * 2n + scale) / (scale * 2n);
}

describe('parseMoney', () => {
  it.each(cases as Case[])('$text ($label $caption $paragraph $document) → $state $fen', (expected) => {
    const { text, label, caption, paragraph, document } = expected;
    const money = parseMoney(text, { label, caption, paragraph, document });
    expect(money.state).toBe(expected.state);
    expect(money.fen).toBe(expected.fen ?? null);
    expect(money.figure).toBe(expected.figure ?? null);
    expect(money.printed).toBe(text.trim());
    if (expected.from !== undefined) expect(money.unitFrom).toBe(expected.from);
    if (expected.unit !== undefined) expect(money.unit).toBe(expected.unit);
    expect(money.contextUnit).toBe(expected.contextUnit);
  });

  it('keeps the printed decimals', () => {
    expect(parseMoney('3.7', { caption: '万元' }).decimals).toBe(1);
    expect(parseMoney('3.70', { caption: '万元' }).decimals).toBe(2);
    expect(parseMoney('3', { caption: '万元' }).decimals).toBe(0);
  });

  it.each([
    ['12.3', '12.345678', 12345678],
    ['2,521.17', '2521.165', 2521165000],
    ['(12.3)', '-12.3456', -12345600],
    ['12.3万元', '12.345678', 12345678],
    ['0.00', '0.003', 3000],
    ['0.00', '-0.003', -3000],
    ['1.23457E+11', '123456789.5', null],
    ['1E+05', '99999.99', 99999990000],
    ['12.3', '12.4', 12300000],
    ['12.3', '-12.3', -12300000],
    ['12.3', '-12.34', -12340000],
    ['-12.3', '12.3', -12300000],
    ['12.3', '-45.6', 12300000],
    ['28.5%', '0.285', null],
    ['1.2', '12345', 1200000],
    ['2023/3/15', '45000.5', null],
    ['资金 12.3', '12.34', null],
  ])('%s with %s behind it', (text, exact, fen) => {
    const money = parseMoney(text, { caption: '万元' }, exact);
    expect(money.fen).toBe(fen);
    expect(money.printed).toBe(text);
  });

  it('takes the stored decimal wherever the printed one is its rounding, and no other', () => {
    const amounts = fc.record({
      digits: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      stored: fc.integer({ min: 0, max: 8 }),
      shown: fc.integer({ min: 0, max: 4 }),
      isNegative: fc.boolean(),
      offset: fc.integer({ min: -2, max: 2 }),
    });
    fc.assert(
      fc.property(amounts, ({ digits, stored, shown, isNegative, offset }) => {
        const sign = isNegative && digits > 0n ? '-' : '';
        const exact = `${sign}${pointed(digits, stored)}`;
        const rounded = roundedTo(digits, stored, shown) + BigInt(offset);
        if (rounded < 0n || (rounded === 0n && offset !== 0)) return;
        const printed = `${sign}${pointed(rounded, shown)}`;
        const own = offset === 0 ? roundedTo(digits, stored, 6) : roundedTo(rounded, shown, 6);
        const fen = own === 0n ? 0 : Number(sign === '' ? own : -own);
        expect(parseMoney(printed, { caption: '万元' }, exact).fen).toBe(
          Number.isSafeInteger(fen) ? fen : null,
        );
      }),
    );
  });

  it.each([
    ['1 2 0 . 5 0', 120500000],
    ['1 2 0. 5 0', 120500000],
    ['1, 2 0 0 . 5 万 元', 1200500000],
    ['12 34', null],
    ['1 2', null],
  ])('letter-spaced: %s', (text, fen) => expect(parseMoney(text, { caption: '万元' }).fen).toBe(fen));

  it('never throws, and holds an amount exactly in the state `amount`', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const money = parseMoney(text, { caption: '万元' });
        expect(money.fen !== null).toBe(money.state === 'amount');
        if (money.fen !== null) expect(Number.isSafeInteger(money.fen)).toBe(true);
      }),
    );
  });

  it('never throws on texts made of the signs of money cells', () => {
    const sign = fc.constantFrom(...'0123456789.,，-（）()万元亿千百 \n%无—=≤');
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 16 }), (text) => {
        const money = parseMoney(text, {});
        expect(money.fen === null || Number.isSafeInteger(money.fen)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  const figure = fc
    .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 999_999 }))
    .map(([whole, fraction]) => ({ whole, fraction: String(fraction).padStart(6, '0') }));

  it('gives the same amount in 万元, 元 and with separators', () => {
    fc.assert(
      fc.property(figure, ({ whole, fraction }) => {
        const inWan = parseMoney(`${whole}.${fraction}`, { caption: '万元' });
        const yuan = `${whole}${fraction.slice(0, 4)}.${fraction.slice(4)}`;
        const inYuan = parseMoney(yuan.replace(/^0+(?=\d)/, ''), { caption: '元' });
        const grouped = parseMoney(`${whole.toLocaleString('en-US')}.${fraction}万元`, {});
        expect(inYuan.fen).toBe(inWan.fen);
        expect(grouped.fen).toBe(inWan.fen);
        expect(inWan.fen).toBe(Number(`${whole}${fraction}`));
      }),
    );
  });

  it('reads a negative amount as the opposite of the positive one', () => {
    fc.assert(
      fc.property(figure, ({ whole, fraction }) => {
        const positive = parseMoney(`${whole}.${fraction}`, { caption: '万元' }).fen ?? 0;
        for (const printed of [`-${whole}.${fraction}`, `（${whole}.${fraction}）`]) {
          expect(parseMoney(printed, { caption: '万元' }).fen).toBe(positive === 0 ? 0 : -positive);
        }
      }),
    );
  });
});
