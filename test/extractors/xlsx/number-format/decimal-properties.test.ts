import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberFormatter } from '../../../../extractors/xlsx/number-format/number-formatter.js';
import { runsOf } from '../../../support/thorough.js';

/** A number as its decimal digits, of which `decimals` stand behind the point: exact, unlike the binary number made of it. */
interface Decimal {
  digits: bigint;
  decimals: number;
  isNegative: boolean;
}

interface Pattern {
  least: number;
  decimals: number;
  isGrouped: boolean;
  /** Digits behind the point that are left out where they are zeros. */
  optional: number;
  percents: number;
  thousands: number;
  before: string;
  after: string;
  /** How negative numbers are marked. */
  negative: 'sign' | 'brackets' | 'red' | 'text';
  withText: boolean;
}

const decimal: fc.Arbitrary<Decimal> = fc.record({
  digits: fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }),
  decimals: fc.integer({ min: 0, max: 9 }),
  isNegative: fc.boolean(),
});

const pattern: fc.Arbitrary<Pattern> = fc.record({
  least: fc.integer({ min: 0, max: 4 }),
  decimals: fc.integer({ min: 0, max: 4 }),
  isGrouped: fc.boolean(),
  optional: fc.integer({ min: 0, max: 2 }),
  percents: fc.constantFrom(0, 0, 1),
  thousands: fc.constantFrom(0, 0, 0, 1, 2),
  before: fc.constantFrom('', '¥', '约'),
  after: fc.constantFrom('', '万', '元', '万元', ' '),
  negative: fc.constantFrom('sign', 'brackets', 'red', 'text'),
  withText: fc.boolean(),
});

const quoted = (text: string): string => (text === '' ? '' : `"${text}"`);

function codeOf(shape: Pattern): string {
  const whole = shape.isGrouped ? `#,${'#'.repeat(Math.max(0, 3 - shape.least))}` : '#';
  const fraction = `${'0'.repeat(shape.decimals)}${'#'.repeat(shape.optional)}`;
  const digits = `${whole}${'0'.repeat(shape.least)}${fraction === '' ? '' : `.${fraction}`}`;
  const body = `${digits}${','.repeat(shape.thousands)}${'%'.repeat(shape.percents)}`;
  const full = `${quoted(shape.before)}${body}${quoted(shape.after)}`;
  const text = shape.withText ? '_ ;@' : '';
  switch (shape.negative) {
    case 'sign':
      return shape.withText ? `${full};-${full};${full};@` : full;
    case 'brackets':
      return `${full}_);[Red](${full})${shape.withText ? `;${full};@` : text}`;
    case 'red':
      return `${full};[红色]${full}`;
    default:
      return `${full};"减"${full};"零"`;
  }
}

/** What the pattern shows, by integer arithmetic alone. */
function expected(value: Decimal, shape: Pattern): string {
  const places = shape.decimals + shape.optional;
  const power = places + 2 * shape.percents - 3 * shape.thousands - value.decimals;
  const scale = 10n ** BigInt(Math.abs(power));
  const rounded = power >= 0 ? value.digits * scale : (value.digits * 2n + scale) / (scale * 2n);
  const plain = String(rounded).padStart(places + 1, '0');
  const whole = plain
    .slice(0, plain.length - places)
    .replace(/^0$/, '')
    .padStart(shape.least, '0');
  const grouped = shape.isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const all = plain.slice(plain.length - places);
  const kept = all.slice(0, shape.decimals) + all.slice(shape.decimals).replace(/0+$/, '');
  const point = places > 0 ? '.' : '';
  const full = `${shape.before}${grouped}${point}${kept}${'%'.repeat(shape.percents)}${shape.after}`;
  const isNegative = value.isNegative && value.digits > 0n;
  switch (shape.negative) {
    case 'sign':
      return isNegative && (shape.withText || rounded > 0n) ? `-${full}` : full;
    case 'brackets':
      return isNegative ? `(${full})` : value.digits === 0n && shape.withText ? full : `${full} `;
    case 'red':
      return full;
    default:
      return value.digits === 0n ? '零' : isNegative ? `减${full}` : full;
  }
}

const numberOf = ({ digits, decimals, isNegative }: Decimal): number =>
  Number(`${isNegative ? '-' : ''}${digits}e-${decimals}`);

test('figures are what exact arithmetic gives', () => {
  const show = numberFormatter(false);
  fc.assert(
    fc.property(decimal, pattern, (value, shape) => {
      expect(show(codeOf(shape), numberOf(value))?.text).toBe(expected(value, shape));
    }),
    { numRuns: runsOf(400, 2000) },
  );
});

test('the exact value is the decimal that was typed, and rounds to the figure shown', () => {
  const show = numberFormatter(false);
  fc.assert(
    fc.property(decimal, fc.integer({ min: 0, max: 4 }), (value, places) => {
      const shown = show(places === 0 ? '0' : `0.${'0'.repeat(places)}`, numberOf(value));
      const typed = `${value.isNegative ? '-' : ''}${pointed(value.digits, value.decimals)}`;
      const isWhole = value.digits % 10n ** BigInt(Math.max(0, value.decimals - places)) === 0n;
      expect(shown?.exact).toBe(isWhole ? undefined : typed);
    }),
  );
});

test('nothing a format may hold makes it fail', () => {
  const piece = fc.constantFrom(
    ...['0', '#', '?', '.', ',', '%', '@', ';', '"元', '"', '\\', '!', '_', '*', '[', ']', '[Red]', '[>=1]'],
    ...['[DBNum1]', '[$-804]', '[$¥-804]', 'yyyy', 'm', 'd', 'h', 'ss', 'aaa', 'AM/PM', 'E+', '/', 'General'],
    ...['G/通用格式', '年', '-', '(', ')', '[h]', 'e', 'g', 'b', ' '],
  );
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), numbers, fc.boolean(), (pieces, value, is1904) => {
      const shown = numberFormatter(is1904)(pieces.join(''), value);
      expect(shown === undefined || typeof shown.text === 'string').toBe(true);
    }),
  );
});

/** 12345n with two decimals → 123.45, without zeros at the end. */
function pointed(digits: bigint, decimals: number): string {
  const plain = String(digits).padStart(decimals + 1, '0');
  const fraction = plain.slice(plain.length - decimals).replace(/0+$/, '');
  return `${plain.slice(0, plain.length - decimals)}${decimals > 0 && fraction ? `.${fraction}` : ''}`;
}
