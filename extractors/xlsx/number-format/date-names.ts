import type { Language } from './section.js';

interface Names {
  /** January first. */
  months: readonly string[];
  shortMonths: readonly string[];
  /** Sunday first. */
  days: readonly string[];
  shortDays: readonly string[];
  /** What `aaa` and `aaaa` show. */
  briefDays: readonly string[];
  halves: readonly [string, string];
}

const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(' ');
const ENGLISH_DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const NUMBERS = MONTHS.map((_, i) => String(i + 1));
const DAYS = [...'日一二三四五六'];
const JAPANESE_DAYS = [...'日月火水木金土'];
const ending = (names: readonly string[], end: string): string[] => names.map((name) => `${name}${end}`);
const behind = (start: string, names: readonly string[]): string[] => names.map((name) => `${start}${name}`);
const short = (names: readonly string[]): string[] => names.map((name) => name.slice(0, 3));

const CHINESE: Names = {
  months: ending(MONTHS, '月'),
  shortMonths: ending(NUMBERS, '月'),
  days: behind('星期', DAYS),
  shortDays: behind('周', DAYS),
  briefDays: DAYS,
  halves: ['上午', '下午'],
};

/** Names of months and days as Windows has them for each language. */
export const DATE_NAMES: Record<Language, Names> = {
  en: {
    months: ENGLISH_MONTHS,
    shortMonths: short(ENGLISH_MONTHS),
    days: ENGLISH_DAYS,
    shortDays: short(ENGLISH_DAYS),
    briefDays: short(ENGLISH_DAYS),
    halves: ['AM', 'PM'],
  },
  zh: CHINESE,
  'zh-Hant': { ...CHINESE, shortDays: behind('週', DAYS), briefDays: behind('週', DAYS) },
  ja: {
    months: ending(NUMBERS, '月'),
    shortMonths: NUMBERS,
    days: ending(JAPANESE_DAYS, '曜日'),
    shortDays: JAPANESE_DAYS,
    briefDays: JAPANESE_DAYS,
    halves: ['午前', '午後'],
  },
};
