import Big from 'big.js';
import { readNumber } from './number-reader.js';
import { unitAt } from './unit-reader.js';
import { type UnitKind, valueLexicon } from './value-lexicon.js';
import { wordList } from './word-list.js';

/** 每月, 每两年, 半年, 每人: what a count or price is per. */
export interface PerReading {
  start: number;
  end: number;
  /** Decimal string: 每两年 → 2. */
  n: string;
  /** Canonical: 天, 周, 月, 季度, 年, or a counter (人, 村). */
  unit: string;
  /** Periods in a year for one unit; null for a counter. */
  perYear: string | null;
}

const { periods, bare, bareBeforeCount, notBefore } = valueLexicon.per;
type Period = (typeof periods)[number];

const PERIODS = wordList(periods.flatMap((period) => period.words.map((word) => [word, period] as const)));
const BARE = wordList(Object.entries(bare));
const BARE_BEFORE_COUNT = wordList(Object.entries(bareBeforeCount));
const COUNT_FOLLOWS = /(?:≥|≤|至少|不少于|不低于|最少|约)?[\d一二两三四五六七八九十]/y;
/** 每 before these is no denominator of its own. */
const NOT_EACH = new Set<UnitKind>(['money', 'percent', 'points', 'ratio', 'score']);
const HALF_YEAR = '半年';

function periodReading(start: number, end: number, n: string, period: Period): PerReading {
  return period.unit === HALF_YEAR
    ? { start, end, n: new Big(n).times(6).toFixed(), unit: '月', perYear: '12' }
    : { start, end, n, unit: period.unit, perYear: period.perYear };
}

/** `n` of a unit: a period where the unit is one. */
export function namedPer(start: number, end: number, n: string, unit: string): PerReading {
  const period = periods.find((one) => one.unit === unit);
  return period ? periodReading(start, end, n, period) : { start, end, n, unit, perYear: null };
}

function readEach(text: string, start: number): PerReading | null {
  const number = readNumber(text, start + 1).reading;
  const afterNumber = number ? number.end : start + 1;
  const at = text.charAt(afterNumber) === '个' ? afterNumber + 1 : afterNumber;
  const period = PERIODS.at(text, at);
  if (period) return periodReading(start, period.end, number?.figure ?? '1', period.value);
  const unit = unitAt(text, at) ?? unitAt(text, afterNumber);
  return unit && !NOT_EACH.has(unit.kind)
    ? { start, end: unit.end, n: number?.figure ?? '1', unit: unit.unit, perYear: null }
    : null;
}

/** The 每… that begins at `start`; 半年, 年均 …, and 一年 right before a count, mean the same. */
export function readPer(text: string, start: number): PerReading | null {
  if (text.charAt(start) === '每') return readEach(text, start);
  const word = BARE.at(text, start);
  if (word)
    return notBefore.includes(text.charAt(word.end)) ? null : namedPer(start, word.end, '1', word.value);
  const counted = BARE_BEFORE_COUNT.at(text, start);
  if (!counted) return null;
  COUNT_FOLLOWS.lastIndex = counted.end;
  return COUNT_FOLLOWS.test(text) ? namedPer(start, counted.end, '1', counted.value) : null;
}

/** Counts a year for `count` every `per`; null where it is no finite decimal (每三年1次). */
export function timesAYear(count: string, per: Pick<PerReading, 'n' | 'perYear'>): string | null {
  if (per.perYear === null || Number(per.n) === 0) return null;
  const total = new Big(count).times(per.perYear);
  const result = total.div(per.n);
  return result.times(per.n).eq(total) ? result.toFixed() : null;
}
