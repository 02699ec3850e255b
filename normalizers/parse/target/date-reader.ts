/** A day, month or year in a text, as the span of days it covers. The year is null where none is printed (12月底). */
export interface DateReading {
  start: number;
  end: number;
  from: DayOfYear;
  to: DayOfYear;
  /** 前, 底, 末: the end of the span is meant. */
  limit: boolean;
  /** 每月10日前: every month or year again. */
  recurring: boolean;
}

export interface DayOfYear {
  year: number | null;
  month: number;
  day: number;
}

interface DatePattern {
  pattern: RegExp;
  span(groups: (string | undefined)[]): { from: DayOfYear; to: DayOfYear } | null;
}

const YEAR = '((?:19|20)\\d{2})';
const DASH = '(?:-{1,2}|~|至|到)';
const PART_OF_MONTH = '(?:份)?(上旬|中旬|下旬|初|中|底|末)?';
const QUARTERS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

const daysIn = (year: number | null, month: number): number =>
  new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate() - (year === null && month === 2 ? 1 : 0);

function days(year: number | null, month: number, first: number, last: number) {
  if (month < 1 || month > 12 || first < 1 || first > 31) return null;
  return {
    from: { year, month, day: first },
    to: { year, month, day: Math.min(last, daysIn(year, month)) },
  };
}

function months(year: number | null, first: number, last: number) {
  if (first < 1 || last > 12 || first > last) return null;
  return { from: { year, month: first, day: 1 }, to: { year, month: last, day: daysIn(year, last) } };
}

function years(first: number, last: number) {
  if (first > last) return null;
  return { from: { year: first, month: 1, day: 1 }, to: { year: last, month: 12, day: 31 } };
}

function partOfMonth(year: number | null, month: number, part: string | undefined) {
  if (part === '上旬' || part === '初') return days(year, month, 1, 10);
  if (part === '中旬' || part === '中') return days(year, month, 11, 20);
  if (part === '下旬') return days(year, month, 21, 31);
  return months(year, month, month);
}

function partOfYear(year: number | null, part: string | undefined, quarter: string | undefined) {
  const number = quarter === undefined ? undefined : QUARTERS[quarter];
  if (number !== undefined) return months(year, number * 3 - 2, number * 3);
  if (part === '上半年' || part === '年中') return months(year, 1, 6);
  if (part === '下半年') return months(year, 7, 12);
  return part === '初' || part === '年初' ? months(year, 1, 1) : months(year, 1, 12);
}

const optionalNumber = (digits: string | undefined): number | null =>
  digits === undefined ? null : Number(digits);
const day = (year: string | undefined, month: string | undefined, date: string | undefined) =>
  days(optionalNumber(year), Number(month), Number(date), Number(date));

/** In order: the first that fits is taken. */
const PATTERNS: readonly DatePattern[] = [
  {
    pattern: new RegExp(`(?:${YEAR}年)?(\\d{1,2})月(\\d{1,2})[日号]?${DASH}(\\d{1,2})[日号]`, 'y'),
    span: ([, year, month, first, last]) =>
      days(optionalNumber(year), Number(month), Number(first), Number(last)),
  },
  {
    pattern: new RegExp(`(?:${YEAR}年)?(\\d{1,2})月?${DASH}(\\d{1,2})月`, 'y'),
    span: ([, year, first, last]) => months(optionalNumber(year), Number(first), Number(last)),
  },
  {
    pattern: new RegExp(`${YEAR}年?${DASH}${YEAR}年`, 'y'),
    span: ([, first, last]) => years(Number(first), Number(last)),
  },
  {
    pattern: new RegExp(`${YEAR}(?:年|[.\\-/])(\\d{1,2})(?:月|[.\\-/])(\\d{1,2})(?:[日号]|(?!\\d))`, 'y'),
    span: ([, year, month, date]) => day(year, month, date),
  },
  {
    pattern: new RegExp(`${YEAR}年(\\d{1,2})月${PART_OF_MONTH}`, 'y'),
    span: ([, year, month, part]) => partOfMonth(Number(year), Number(month), part),
  },
  {
    pattern: new RegExp(`${YEAR}[./\\-](\\d{1,2})(?![\\d.%元万亿])`, 'y'),
    span: ([, year, month]) => months(Number(year), Number(month), Number(month)),
  },
  {
    pattern: new RegExp(`${YEAR}(0[1-9]|1[0-2])([0-3]\\d)(?!\\d)`, 'y'),
    span: ([, year, month, date]) => day(year, month, date),
  },
  {
    pattern: new RegExp(
      `${YEAR}年度?(?:(全年|上半年|下半年|年?底|年?末|年?初|内)|第?([一二三四1-4])季度)?(?:[底末])?`,
      'y',
    ),
    span: ([, year, part, quarter]) => partOfYear(Number(year), part, quarter),
  },
  { pattern: /(\d{1,2})月(\d{1,2})[日号]/y, span: ([, month, date]) => day(undefined, month, date) },
  {
    pattern: new RegExp(`(\\d{1,2})月${PART_OF_MONTH}`, 'y'),
    span: ([, month, part]) => partOfMonth(null, Number(month), part),
  },
  {
    pattern:
      /(?:(上半年|下半年|年底|年末|年内|年中|年初)|第([一二三四1-4])季度|([一二三四])季度(?=[底末前内]))(?:[底末])?/y,
    span: ([, part, quarter, bare]) => partOfYear(null, part, quarter ?? bare),
  },
];

const LIMIT = /(?:之前|以前|以内|前|内)/y;
/** 每月10日, 次月15日: the figure is a day of a month that comes again. */
const DAY_OF_MONTH = /(?:每|次|当|下)(?:个)?月(?:的)?(\d{1,2})[日号]/y;

function recurringDay(text: string, start: number): DateReading | null {
  DAY_OF_MONTH.lastIndex = start;
  const groups = DAY_OF_MONTH.exec(text);
  if (!groups) return null;
  const date = { year: null, month: 0, day: Number(groups[1]) };
  return withLimit(text, {
    start,
    end: DAY_OF_MONTH.lastIndex,
    from: date,
    to: date,
    limit: false,
    recurring: true,
  });
}

function withLimit(text: string, reading: DateReading): DateReading {
  LIMIT.lastIndex = reading.end;
  const word = LIMIT.exec(text)?.[0] ?? '';
  const printedLimit = /[底末]$/.test(text.slice(reading.start, reading.end));
  return { ...reading, end: reading.end + word.length, limit: word !== '' || printedLimit };
}

/** The date that begins at `start`; null where none does or it is no real date (13月). */
export function readDate(text: string, start: number): DateReading | null {
  const recurring = recurringDay(text, start);
  if (recurring) return recurring;
  for (const { pattern, span } of PATTERNS) {
    pattern.lastIndex = start;
    const groups = pattern.exec(text);
    const found = groups ? span(groups) : null;
    if (found)
      return withLimit(text, { start, end: pattern.lastIndex, ...found, limit: false, recurring: false });
  }
  return null;
}

const two = (figure: number): string => String(figure).padStart(2, '0');

/** `2023-12-31`; without a year `--12-31` (ISO 8601). */
export function isoDate(date: DayOfYear): string {
  return `${date.year === null ? '-' : date.year}-${two(date.month)}-${two(date.day)}`;
}
