/** A year as it stands in a text. */
export interface PrintedYear {
  year: number;
  printed: string;
  weight: YearWeight;
}

/**
 * How surely a year is the one the text is about.
 *
 * - 5: the text is nothing else: （2026年度）
 * - 4: a heading of a budget, form or report: 2023年部门整体支出绩效目标表
 * - 3: before 预算, 决算, 绩效 … in a sentence
 * - 2: 2026年度 elsewhere, or a text that is only 2026年 (a project's period)
 * - 1: any other 2026年
 * - 0: part of a date, a span of years, a file number
 */
export type YearWeight = 0 | 1 | 2 | 3 | 4 | 5;

const HAN_DIGITS: Record<string, string> = {
  〇: '0',
  零: '0',
  '○': '0',
  O: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

const YEAR = /(?<![\d.])((?:19|20)\d{2}|二[〇零○O][〇零○O一二三四五六七八九]{2})(?!\d)/g;
const LONGEST_HEADING = 45;

/** Every year of a text, in order, with what surrounds it weighed. */
export function readYears(text: string): PrintedYear[] {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return [...plain.matchAll(YEAR)].map((match) => {
    const printed = match[0];
    const digits = [...printed].map((sign) => HAN_DIGITS[sign] ?? sign).join('');
    const before = plain.slice(0, match.index);
    const after = plain.slice(match.index + printed.length);
    return { year: Number(digits), printed, weight: weigh(before, after) };
  });
}

function weigh(before: string, after: string): YearWeight {
  if (/^[([【〔]?(财政)?$/.test(before) && /^年(度|[)\]】〕])[)\]】〕]?$/.test(after)) return 5;
  if (isPartOfOther(before, after) || !/^年?度?/.test(after)) return 0;
  const isShort = before.length + after.length < LONGEST_HEADING && !/[,。;]/.test(`${before}${after}`);
  if (isShort && /^年?度?[^\d]{0,24}(表|预算|决算|绩效|文本|公开|自评|总结)/.test(after)) return 4;
  if (
    /^年度?(?:部门|单位|综合|整体|项目|支出|收支|专项|财政|[省市区县本]级){0,3}(预算|决算|绩效|自评)/.test(
      after,
    )
  )
    return 3;
  if (/^年度/.test(after) || (before === '' && after === '年')) return 2;
  return /^年/.test(after) ? 1 : 0;
}

/** Dates, spans (2019-2021), file numbers 〔2017〕14号, beginnings and ends of a year. */
const isPartOfOther = (before: string, after: string): boolean =>
  (/[〔[【(]$/.test(before) && /^[〕\]】)]\d*号/.test(after)) ||
  /^年?[-—~至到]{1,2}(19|20)?\d{2}/.test(after) ||
  /(19|20)\d{2}年?[-—~至到]{1,2}$/.test(before) ||
  /^年\d{1,2}月|^[-./]\d{1,2}|^年(度)?[至到底末初前以之]/.test(after);
