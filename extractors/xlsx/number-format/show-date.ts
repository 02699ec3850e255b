import { type CalendarDate, calendarDate } from './calendar-date.js';
import { datePartInWords, inNumerals } from './chinese-numerals.js';
import { DATE_NAMES } from './date-names.js';
import type { FormatSection, FormatToken } from './section.js';

const DAY_SECONDS = 86_400;
const BUDDHIST_YEARS = 543;

/** A moment, cut at the last unit that is shown. */
interface Moment extends CalendarDate {
  hour: number;
  minute: number;
  second: number;
  /** Digits of the parts of a second. */
  fraction: string;
  /** Whole seconds since day 0, for elapsed times. */
  total: number;
}

/**
 * A serial number as a date or a time; undefined where Excel shows only ####, before 1900 and after 9999. Seconds, or the
 * parts of one that are shown, are rounded, minutes and hours are not.
 */
export function showDate(serial: number, section: FormatSection, is1904: boolean): string | undefined {
  const { tokens, numerals } = section;
  const moment = momentOf(serial, fractionPlaces(tokens), is1904);
  if (!moment) return undefined;
  const isHalved = tokens.some((token) => token.kind === 'date' && /\//.test(token.letters));
  let fraction = moment.fraction;
  return tokens
    .map((token, i) => {
      switch (token.kind) {
        case 'date': {
          const isMinutes = token.letters.startsWith('m') && standsBesideTime(tokens, i);
          return datePart(
            isMinutes ? token.letters.replaceAll('m', 'n') : token.letters,
            moment,
            isHalved,
            section,
          );
        }
        case 'elapsed':
          return inNumerals(elapsed(token.letters, moment), numerals);
        case 'digit': {
          const [digit = token.placeholder] = fraction;
          fraction = fraction.slice(1);
          return inNumerals(digit, numerals);
        }
        default:
          return token.kind === 'text' ? token.text : SIGNS[token.kind];
      }
    })
    .join('');
}

const SIGNS = { point: '.', comma: ',', percent: '%', slash: '/', exponent: 'E', general: '', cell: '' };

/** Digits behind the point behind the seconds. */
function fractionPlaces(tokens: readonly FormatToken[]): number {
  const seconds = tokens.findIndex(
    (token) => (token.kind === 'date' || token.kind === 'elapsed') && token.letters.startsWith('s'),
  );
  return seconds >= 0 && tokens[seconds + 1]?.kind === 'point'
    ? tokens.slice(seconds + 2).filter(({ kind }) => kind === 'digit').length
    : 0;
}

function momentOf(serial: number, places: number, is1904: boolean): Moment | undefined {
  const scale = 10 ** Math.min(places, 3);
  const ticks = Math.round(serial * DAY_SECONDS * scale);
  const total = Math.floor(ticks / scale);
  const date = calendarDate(Math.floor(total / DAY_SECONDS), is1904);
  if (!date) return undefined;
  return {
    ...date,
    hour: Math.floor(total / 3600) % 24,
    minute: Math.floor(total / 60) % 60,
    second: total % 60,
    fraction:
      places === 0
        ? ''
        : String(ticks % scale)
            .padStart(Math.min(places, 3), '0')
            .padEnd(places, '0'),
    total,
  };
}

/** `m` and `mm` are minutes behind hours and before seconds. */
function standsBesideTime(tokens: readonly FormatToken[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'date' || token.letters.length > 2) return false;
  const letter = (other: FormatToken | undefined): string =>
    other?.kind === 'date' || other?.kind === 'elapsed' ? other.letters.charAt(0) : '';
  const isPart = (other: FormatToken): boolean => letter(other) !== '' && !/^[ap上]/.test(letter(other));
  return (
    letter(tokens.slice(0, at).findLast(isPart)) === 'h' || letter(tokens.slice(at + 1).find(isPart)) === 's'
  );
}

/** @param letters of the format, minutes as `n` */
function datePart(letters: string, moment: Moment, isHalved: boolean, section: FormatSection): string {
  const { language, numerals } = section;
  const names = DATE_NAMES[language ?? 'en'];
  const plain = (value: number): string =>
    datePartInWords(letters.length === 1 ? String(value) : String(value).padStart(2, '0'), numerals);
  const length = letters.length;
  switch (letters) {
    case '上午/下午':
      return DATE_NAMES.zh.halves[moment.hour < 12 ? 0 : 1];
    case 'a/p':
      return moment.hour < 12 ? 'A' : 'P';
    case 'am/pm':
      return names.halves[moment.hour < 12 ? 0 : 1];
  }
  switch (letters.charAt(0)) {
    case 'y':
      return inNumerals(length > 2 ? String(moment.year) : String(moment.year).slice(-2), numerals);
    case 'e':
      return inNumerals(String(moment.year), numerals);
    case 'b': {
      const year = String(moment.year + BUDDHIST_YEARS);
      return inNumerals(length > 2 ? year : year.slice(-2), numerals);
    }
    case 'm':
      if (length < 3) return plain(moment.month);
      if (length === 3) return names.shortMonths[moment.month - 1] ?? '';
      return length === 5
        ? (names.months[moment.month - 1] ?? '').charAt(0)
        : (names.months[moment.month - 1] ?? '');
    case 'd':
      if (length < 3) return plain(moment.day);
      return (length === 3 ? names.shortDays : names.days)[moment.weekday] ?? '';
    // Only East Asian Excel writes these.
    case 'a': {
      const own = DATE_NAMES[language ?? 'zh'];
      return (length === 3 ? own.briefDays : own.days)[moment.weekday] ?? '';
    }
    case 'h':
      return plain(isHalved ? moment.hour % 12 || 12 : moment.hour);
    case 'n':
      return plain(moment.minute);
    case 's':
      return plain(moment.second);
    default:
      return '';
  }
}

function elapsed(letters: string, { total }: Moment): string {
  const seconds = { h: 3600, m: 60, s: 1 }[letters.charAt(0)] ?? 1;
  return String(Math.floor(total / seconds)).padStart(letters.length, '0');
}
