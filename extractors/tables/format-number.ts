/**
 * A counter as Word prints it in a number format (`ST_NumberFormat`, ECMA-376-1 17.18.59). Formats we do not know are
 * printed as Arabic digits.
 */
export function formatNumber(value: number, format: string, pattern: string | null = null): string {
  if (format === 'custom' && pattern !== null) return zeroPadded(value, pattern);
  return (FORMATS.get(format) ?? String)(value);
}

type Format = (value: number) => string;

const CHINESE = '零一二三四五六七八九';
const CHINESE_UNITS = ['', '十', '百', '千'];
const LEGAL_SIMPLIFIED = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖';
const LEGAL_UNITS = ['', '拾', '佰', '仟'];

/** Character of a closed row, as long as the row reaches; else Arabic digits. */
const fromRow = (row: string): Format => {
  const characters = [...row];
  return (value) => characters[value - 1] ?? String(value);
};

const digits =
  (row: string): Format =>
  (value) =>
    [...String(value)].map((digit) => row[Number(digit)] ?? digit).join('');

/** 1 … 9999 in words; ten to nineteen begin with 十 where `bareTen`. */
const words =
  (row: string, units: string[], bareTen: boolean): Format =>
  (value) => {
    if (value <= 0 || value > 9999) return value === 0 ? row.charAt(0) : String(value);
    let text = '';
    let gap = false;
    for (let power = 3; power >= 0; power--) {
      const digit = Math.floor(value / 10 ** power) % 10;
      if (digit === 0) {
        gap = text !== '';
      } else {
        text += `${gap ? row.charAt(0) : ''}${row.charAt(digit)}${units[power] ?? ''}`;
        gap = false;
      }
    }
    return bareTen && value >= 10 && value < 20 ? text.slice(1) : text;
  };

/** Letters in a row beyond which Word itself stops counting with them. */
const LONGEST_ROW = 30;

/** a … z, then aa, bb …: Word repeats the letter. */
const letters =
  (first: string): Format =>
  (value) =>
    value <= 0 || value > 26 * LONGEST_ROW
      ? String(value)
      : String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  if (value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, numeral] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += numeral;
  }
  return text;
}

function ordinal(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 14;
  return `${value}${(teen ? '' : ['', 'st', 'nd', 'rd'][value % 10]) || 'th'}`;
}

/** `001, 002, 003, …` → three digits. */
const zeroPadded = (value: number, pattern: string): string =>
  String(value).padStart(/^0{0,9}\d/.exec(pattern)?.[0].length ?? 1, '0');

const circled = fromRow('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳');
const chineseWords = words(CHINESE, CHINESE_UNITS, true);
const chineseDigits = digits(`〇${CHINESE.slice(1)}`);
const fullWidth = digits('０１２３４５６７８９');

const FORMATS = new Map<string, Format>([
  ['none', () => ''],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['numberInDash', (value) => `- ${value} -`],
  ['hex', (value) => value.toString(16).toUpperCase()],
  ['ordinal', ordinal],
  ['lowerLetter', letters('a')],
  ['upperLetter', letters('A')],
  ['lowerRoman', roman],
  ['upperRoman', (value) => roman(value).toUpperCase()],
  ['chineseCounting', chineseWords],
  ['chineseCountingThousand', chineseWords],
  ['japaneseCounting', chineseWords],
  ['taiwaneseCounting', chineseWords],
  ['taiwaneseCountingThousand', chineseWords],
  ['ideographDigital', chineseDigits],
  ['japaneseDigitalTenThousand', chineseDigits],
  ['taiwaneseDigital', chineseDigits],
  ['chineseLegalSimplified', words(LEGAL_SIMPLIFIED, LEGAL_UNITS, false)],
  ['ideographLegalTraditional', words(LEGAL_TRADITIONAL, LEGAL_UNITS, false)],
  ['japaneseLegal', words(LEGAL_TRADITIONAL, LEGAL_UNITS, false)],
  ['ideographTraditional', fromRow('甲乙丙丁戊己庚辛壬癸')],
  ['ideographZodiac', fromRow('子丑寅卯辰巳午未申酉戌亥')],
  ['ideographEnclosedCircle', fromRow('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉')],
  ['decimalEnclosedCircle', circled],
  ['decimalEnclosedCircleChinese', circled],
  ['decimalEnclosedParen', fromRow('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇')],
  ['decimalEnclosedFullstop', fromRow('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛')],
]);
