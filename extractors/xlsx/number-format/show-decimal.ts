import Big from 'big.js';
import { inNumerals } from './chinese-numerals.js';
import type { FormatSection, FormatToken } from './section.js';

/**
 * A decimal, without its sign, in a section of digit placeholders: rounded half away from zero at the last of them, divided
 * by a thousand for each comma behind the last, times a hundred for each percent sign.
 */
export function showDecimal(
  stored: Big,
  section: FormatSection,
): { text: string; rounded: Big; isScaled: boolean } {
  const { tokens } = section;
  const { point, whole: wholePlaces, fraction: fractionPlaces, isGrouped, power } = layoutOf(section);
  const decimals = fractionPlaces.length;
  const scaled = power === 0 ? stored : stored.times(new Big(10).pow(power));
  const rounded = scaled.round(decimals, Big.roundHalfUp);
  const [whole = '', fraction = ''] = rounded.toFixed(decimals).split('.');
  const digits = wholeDigits(whole, tokens, wholePlaces, isGrouped);
  const parts = fractionDigits(fraction, tokens, fractionPlaces);
  const convert = (text: string): string => inNumerals(text, section.numerals);
  const text = tokens
    .map((token, i) => {
      switch (token.kind) {
        case 'digit':
          return convert(digits.get(i) ?? parts.get(i) ?? '');
        case 'point':
          // Digits of a number without placeholders before the point stand there too.
          return i === point ? `${wholePlaces.length === 0 && whole !== '0' ? convert(whole) : ''}.` : '.';
        case 'percent':
          return '%';
        case 'slash':
          return '/';
        case 'text':
          return token.text;
        default:
          return '';
      }
    })
    .join('');
  return { text, rounded, isScaled: power !== 0 };
}

/** Where the digits of any number stand among the tokens of a section. */
interface Layout {
  /** Of the first point; -1 where there is none. */
  point: number;
  /** Of the placeholders before the point, and behind it. */
  whole: readonly number[];
  fraction: readonly number[];
  isGrouped: boolean;
  /** Of ten, times which the number is shown. */
  power: number;
}

const layouts = new WeakMap<FormatSection, Layout>();

/** Found once for each section: a column of a thousand figures has one. */
function layoutOf(section: FormatSection): Layout {
  const known = layouts.get(section);
  if (known) return known;
  const { tokens } = section;
  const placeholders = tokens.flatMap(({ kind }, i) => (kind === 'digit' ? [i] : []));
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  const whole = placeholders.filter((i) => point < 0 || i < point);
  const lastWhole = whole.at(-1) ?? -1;
  const commas = tokens.flatMap(({ kind }, i) => (kind === 'comma' ? [i] : []));
  const isGrouping = (i: number): boolean => (whole[0] ?? i) < i && i < lastWhole;
  const scaling = placeholders.length === 0 ? 0 : commas.filter((i) => !isGrouping(i)).length;
  const percents = tokens.filter(({ kind }) => kind === 'percent').length;
  const layout = {
    point,
    whole,
    fraction: placeholders.slice(whole.length),
    isGrouped: commas.some(isGrouping),
    power: 2 * percents - 3 * scaling,
  };
  layouts.set(section, layout);
  return layout;
}

/** What stands at each placeholder before the point, filled from the right; the first takes the digits that are left. */
function wholeDigits(
  whole: string,
  tokens: readonly FormatToken[],
  places: readonly number[],
  isGrouped: boolean,
): Map<number, string> {
  const shown = new Map<number, string>();
  const digits = whole === '0' ? '' : whole;
  places.toReversed().forEach((place, fromRight) => {
    const isFirst = fromRight === places.length - 1;
    const end = digits.length - fromRight;
    const own = end > 0 ? digits.slice(isFirst ? 0 : end - 1, end) : filler(tokens[place]);
    shown.set(place, isGrouped ? grouped(own, fromRight) : own);
  });
  return shown;
}

/** Digits of which the last stands at a place counted from the right, a comma behind every third. */
const grouped = (digits: string, fromRight: number): string =>
  [...digits]
    .map((digit, i) => {
      const place = fromRight + digits.length - 1 - i;
      return place > 0 && place % 3 === 0 && digit !== ' ' ? `${digit},` : digit;
    })
    .join('');

function fractionDigits(
  fraction: string,
  tokens: readonly FormatToken[],
  places: readonly number[],
): Map<number, string> {
  const needed = fraction.replace(/0+$/, '').length;
  return new Map(places.map((place, i) => [place, i < needed ? fraction.charAt(i) : filler(tokens[place])]));
}

/** What a placeholder shows where the number has no digit. */
const filler = (token: FormatToken | undefined): string =>
  token?.kind !== 'digit' || token.placeholder === '#' ? '' : token.placeholder === '0' ? '0' : ' ';
