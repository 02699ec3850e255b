import Big from 'big.js';
import { CHINESE_DIGITS } from '../../../src/model/facts/chinese-digits.js';

/** A number as printed in digits or in Chinese words. */
export interface NumberReading {
  start: number;
  end: number;
  /** Decimal string without separators: `3309840.00`. */
  figure: string;
  chinese: boolean;
}

/** Thousands; a full-width comma also separates clauses, so it counts only where it cannot: 1，000，000. */
const GROUPED = /\d{1,3}(?:(?:,\d{3}){1,4}|(?:，\d{3}){2,4}|，000)(?:\.\d+)?(?![\d,])/y;
const PLAIN = /\d+(?:\.\d+)?/y;
const CHINESE = /[零〇一二两三四五六七八九十百千万亿]+/y;
const MAX_INTEGER_DIGITS = 15;
const MAX_DECIMALS = 12;

const DIGITS = CHINESE_DIGITS;
const POSITIONS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

function matchAt(pattern: RegExp, text: string, start: number): string | null {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? null;
}

/** 十二 → 12, 三万五千 → 35000, 两 → 2; null where the characters are no number (千万 alone, 一二三). */
export function chineseNumber(word: string): string | null {
  let total = new Big(0);
  let section = 0;
  let digit: number | null = null;
  for (const char of word) {
    const value = DIGITS[char];
    const position = POSITIONS[char];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (position !== undefined) {
      if (digit === null && char !== '十') return null;
      section += (digit ?? 1) * position;
      digit = null;
    } else {
      section += digit ?? 0;
      if (section === 0 && total.eq(0)) return null;
      const scale = char === '亿' ? 100_000_000 : 10_000;
      total = char === '亿' ? total.plus(section).times(scale) : total.plus(new Big(section).times(scale));
      section = 0;
      digit = null;
    }
  }
  return total.plus(section + (digit ?? 0)).toFixed();
}

/**
 * The number that begins at `start`. Null where none begins there or the digits are no quantity: a leading zero (0731…), more digits
 * than any amount has, or words that only look like a number. `skip` is where reading goes on after a refused run of digits.
 */
export function readNumber(text: string, start: number): { reading: NumberReading | null; skip: number } {
  const digits = matchAt(GROUPED, text, start) ?? matchAt(PLAIN, text, start);
  if (digits !== null) {
    const end = start + digits.length;
    const [integer = '', decimals = ''] = digits.replace(/[,，]/g, '').split('.');
    const refused =
      (integer.length > 1 && integer.startsWith('0')) ||
      integer.length > MAX_INTEGER_DIGITS ||
      decimals.length > MAX_DECIMALS;
    if (refused) return { reading: null, skip: end };
    const figure = decimals === '' ? integer : `${integer}.${decimals}`;
    return { reading: { start, end, figure, chinese: false }, skip: end };
  }
  const word = matchAt(CHINESE, text, start);
  if (word === null) return { reading: null, skip: start + 1 };
  const end = start + word.length;
  const figure = word.length > MAX_INTEGER_DIGITS ? null : chineseNumber(word);
  return { reading: figure === null ? null : { start, end, figure, chinese: true }, skip: end };
}
