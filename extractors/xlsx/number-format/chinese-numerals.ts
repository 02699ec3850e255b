const DIGITS = { 1: '〇一二三四五六七八九', 2: '零壹贰叁肆伍陆柒捌玖', 3: '０１２３４５６７８９' } as const;
const UNITS = { 1: ['', '十', '百', '千'], 2: ['', '拾', '佰', '仟'], 3: ['', '十', '百', '千'] } as const;
const GROUPS = ['', '万', '亿', '万亿'];
const GROUP = 4;

type Numerals = 1 | 2 | 3 | undefined;

/** Digit by digit in the numerals of [DBNum1] to [DBNum3]; all else as it is. */
export const inNumerals = (text: string, numerals: Numerals): string =>
  numerals === undefined ? text : text.replace(/\d/g, (digit) => DIGITS[numerals].charAt(Number(digit)));

/**
 * A decimal in words: 12345.6 → 一万二千三百四十五.六, with [DBNum2] 壹万贰仟叁佰肆拾伍.陆. Numbers of more than sixteen digits
 * before the point are written digit by digit.
 */
export function inWords(text: string, numerals: NonNullable<Numerals>): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)((?:\.\d+)?)$/.exec(text) ?? [];
  if (whole === '' || whole.length > GROUP * GROUPS.length) return inNumerals(text, numerals);
  return `${sign}${wholeInWords(whole, numerals)}${inNumerals(fraction, numerals)}`;
}

function wholeInWords(whole: string, numerals: NonNullable<Numerals>): string {
  const row = DIGITS[numerals];
  const zero = row.charAt(0);
  let text = '';
  let gap = false;
  for (const [i, digit] of [...whole].entries()) {
    const place = whole.length - 1 - i;
    const group = Math.floor(place / GROUP);
    if (digit === '0') gap = text !== '';
    else {
      text += `${gap ? zero : ''}${row.charAt(Number(digit))}${UNITS[numerals][place % GROUP] ?? ''}`;
      gap = false;
    }
    const own = whole.slice(Math.max(0, whole.length - (group + 1) * GROUP), whole.length - group * GROUP);
    if (place % GROUP === 0 && /[1-9]/.test(own)) text += groupUnit(group, whole);
  }
  return text || zero;
}

/** 万 of 亿 only where the four digits below it are blank or not: 一万二千亿 has one 亿, behind its last group. */
function groupUnit(group: number, whole: string): string {
  if (group !== 3) return GROUPS[group] ?? '';
  return /[1-9]/.test(whole.slice(-12, -8)) ? '万' : '万亿';
}

/** A part of a date or time: 15 → 十五, 05 → 〇五; with [DBNum2] 壹拾伍. */
export function datePartInWords(text: string, numerals: Numerals): string {
  if (numerals === undefined || numerals === 3 || text.length > 2) return inNumerals(text, numerals);
  const words = inWords(String(Number(text)), numerals);
  if (text.length === 2 && text.startsWith('0')) return `${DIGITS[numerals].charAt(0)}${words}`;
  return words.replace(/^一(?=十)/, '');
}
