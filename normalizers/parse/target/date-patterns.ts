import { type DaySpan, daySpan, monthSpan, yearSpan } from './calendar.js';

type Groups = (string | undefined)[];

export interface DatePattern {
  /** Sticky. */
  pattern: RegExp;
  /** A first and a last day are meant (3月至5月, 上半年), not a day by which. */
  isSpan: boolean;
  /** 2023.07 may as well be a figure: a date only where no unit follows. */
  looksLikeFigure?: boolean;
  span(groups: Groups): DaySpan | null;
}

const YEAR = '((?:19|20)\\d{2})';
const DASH = '(?:-{1,2}|~|至|到)';
const PART_OF_MONTH = '(?:份)?(上旬|中旬|下旬|初|中|底|末)?';
const CLOCK = '(?: ?\\d{2}:\\d{2}(?::\\d{2})?)?';
const QUARTERS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

const optionalYear = (digits: string | undefined): number | null =>
  digits === undefined ? null : Number(digits);

const oneDay = ([, year, month, day]: Groups): DaySpan | null =>
  daySpan(optionalYear(year), Number(month), Number(day), Number(day));

function partOfMonth([, year, month, part]: Groups): DaySpan | null {
  const [y, m] = [optionalYear(year), Number(month)];
  if (part === '上旬' || part === '初') return daySpan(y, m, 1, 10);
  if (part === '中旬' || part === '中') return daySpan(y, m, 11, 20);
  return part === '下旬' ? daySpan(y, m, 21, 31) : monthSpan(y, m, m);
}

function partOfYear([, year, part, quarter]: Groups): DaySpan | null {
  const y = optionalYear(year);
  const number = quarter === undefined ? undefined : QUARTERS[quarter];
  if (number !== undefined) return monthSpan(y, number * 3 - 2, number * 3);
  if (part === '上半年' || part?.endsWith('中')) return monthSpan(y, 1, 6);
  if (part === '下半年') return monthSpan(y, 7, 12);
  return part?.endsWith('初') ? monthSpan(y, 1, 1) : monthSpan(y, 1, 12);
}

const sticky = (source: string): RegExp => new RegExp(source, 'y');

/** How days, months, quarters and years are printed, the more exact first. */
export const DATE_PATTERNS: readonly DatePattern[] = [
  {
    pattern: sticky(`(?:${YEAR}年)?(\\d{1,2})月(\\d{1,2})[日号]?${DASH}(\\d{1,2})[日号]`),
    isSpan: true,
    span: ([, year, month, first, last]) =>
      daySpan(optionalYear(year), Number(month), Number(first), Number(last)),
  },
  {
    pattern: sticky(`(?:${YEAR}年)?(\\d{1,2})月?${DASH}(\\d{1,2})月`),
    isSpan: true,
    span: ([, year, first, last]) => monthSpan(optionalYear(year), Number(first), Number(last)),
  },
  {
    pattern: sticky(`${YEAR}年?${DASH}${YEAR}年`),
    isSpan: true,
    span: ([, first, last]) => yearSpan(Number(first), Number(last)),
  },
  {
    pattern: sticky(`${YEAR}(?:年|[.\\-/])(\\d{1,2})(?:月|[.\\-/])(\\d{1,2})(?:[日号]|(?!\\d))${CLOCK}`),
    isSpan: false,
    span: oneDay,
  },
  { pattern: sticky(`${YEAR}年(\\d{1,2})月${PART_OF_MONTH}`), isSpan: false, span: partOfMonth },
  {
    pattern: sticky(`${YEAR}[./\\-](\\d{1,2})月?(?![\\d.])`),
    isSpan: false,
    looksLikeFigure: true,
    span: partOfMonth,
  },
  { pattern: sticky(`${YEAR}(0[1-9]|1[0-2])([0-3]\\d)(?!\\d)`), isSpan: false, span: oneDay },
  {
    pattern: sticky(
      `${YEAR}年度?(?:(全年|上半年|下半年|年?底|年?末|年?初|内)|第?([一二三四1-4])季度)?[底末]?`,
    ),
    isSpan: true,
    span: partOfYear,
  },
  {
    pattern: sticky('()(\\d{1,2})月(\\d{1,2})[日号]'),
    isSpan: false,
    span: ([, , ...day]) => oneDay(['', undefined, ...day]),
  },
  {
    pattern: sticky(`()(\\d{1,2})月${PART_OF_MONTH}`),
    isSpan: false,
    span: ([, , ...month]) => partOfMonth(['', undefined, ...month]),
  },
  {
    pattern: sticky(
      '()(?:(全年度?|上半年|下半年|年底|年末|(?:当|本)?年度?内|年中|年初)|第([一二三四1-4])季度|([一二三四])季度(?=[底末前内]|完成|$))[底末]?',
    ),
    isSpan: true,
    span: ([, , part, quarter, bare]) => partOfYear(['', undefined, part, quarter ?? bare]),
  },
];
