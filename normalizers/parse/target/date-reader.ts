import { readUnit } from '../quantity/unit-reader.js';
import type { CalendarDay } from './calendar.js';
import { DATE_PATTERNS } from './date-patterns.js';

/** A day, month or year in a text, as the span of days it covers. */
export interface DateReading {
  start: number;
  end: number;
  from: CalendarDay;
  to: CalendarDay;
  /** 前, 底, 末: the end of the span is meant. */
  limit: boolean;
  /** A first and a last day are meant (3月至5月, 上半年, 2023年). */
  span: boolean;
  /** 每月10日前, 每季度末: comes again, has no date of its own. */
  recurring: boolean;
}

const DATE_START = /[\d上下年第全一二三四每次当]/;
const LIMIT = /(?:之前|以前|以内|前|内)/y;
const RECURRING = /(?:每|次|当|下)个?(?:月|季度|季|年)的?(?:\d{1,2}[日号]|[底末初])/y;
const NO_DAY: CalendarDay = { year: null, month: 0, day: 0 };

function withLimit(text: string, reading: DateReading): DateReading {
  LIMIT.lastIndex = reading.end;
  const word = LIMIT.exec(text)?.[0] ?? '';
  const printedLimit = /[底末内]$/.test(text.slice(reading.start, reading.end));
  return { ...reading, end: reading.end + word.length, limit: word !== '' || printedLimit };
}

/**
 * The date that begins at `start`; null where none does or it is no real date (13月). Where money is expected 2023.07 is an amount.
 */
export function readDate(text: string, start: number, expectsMoney: boolean): DateReading | null {
  if (!DATE_START.test(text.charAt(start))) return null;
  RECURRING.lastIndex = start;
  if (RECURRING.test(text)) {
    const end = RECURRING.lastIndex;
    return withLimit(text, {
      start,
      end,
      from: NO_DAY,
      to: NO_DAY,
      limit: false,
      span: false,
      recurring: true,
    });
  }
  for (const { pattern, isSpan, looksLikeFigure, span } of DATE_PATTERNS) {
    pattern.lastIndex = start;
    const groups = pattern.exec(text);
    const days = groups && span(groups);
    if (!days || (looksLikeFigure && (expectsMoney || readUnit(text, pattern.lastIndex)))) continue;
    return withLimit(text, {
      start,
      end: pattern.lastIndex,
      ...days,
      limit: false,
      span: isSpan,
      recurring: false,
    });
  }
  return null;
}
