const DIGITS: Record<string, string> = {
  〇: '0',
  零: '0',
  '○': '0',
  '０': '0',
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

/** A year as it stands in a text. */
export interface PrintedYear {
  year: number;
  printed: string;
  /**
   * How surely it is the year the text is about: 3 directly before 预算, 绩效, 自评 …; 2 `2026年度` or alone in brackets;
   * 1 any other year, a date without a day included; 0 part of a date, of a file number or of a span of years.
   */
  weight: 0 | 1 | 2 | 3;
}

const FISCAL =
  '部门|单位|预算|决算|绩效|项目|整体|专项|财政|省级|市级|区级|县级|本级|自评|支出|收支|重点|综合|政府';
const YEAR = /(?<![\d.])((?:19|20)\d{2}|二[〇零○O][〇零○O一二三四五六七八九]{2})(?!\d)/g;

/** Every year of a text (NFKC inside), in order, with what surrounds it weighed. */
export function readYears(text: string): PrintedYear[] {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return [...plain.matchAll(YEAR)].map((match) => {
    const printed = match[0];
    const digits = [...printed].map((sign) => DIGITS[sign] ?? sign).join('');
    const before = plain.slice(Math.max(0, match.index - 6), match.index);
    const after = plain.slice(match.index + printed.length);
    return { year: Number(digits), printed, weight: weigh(before, after) };
  });
}

function weigh(before: string, after: string): PrintedYear['weight'] {
  if (/[〔[【(]$/.test(before) && /^[〕\]】)]\d*号?/.test(after) && !/^[)】]/.test(after)) return 0;
  if (/^年?[-—~至到]{1,2}(19|20)?\d{2}/.test(after) || /(19|20)\d{2}年?[-—~至到]{1,2}$/.test(before))
    return 0;
  if (/^年\d{1,2}月|^[-./]\d{1,2}|^年[至到底末初前以之]/.test(after)) return 0;
  if (new RegExp(`^(年度?)(?!以来)[^,。;]{0,14}?(${FISCAL})`).test(after)) return 3;
  if (/^年度/.test(after)) return 2;
  if (/^年?$/.test(after) && before === '') return 2;
  if (/^年/.test(after)) return 1;
  return 0;
}
