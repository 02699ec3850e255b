/** A label freed of what varies by publisher: spaces, brackets, numbering, 其中, colon. */
export interface BareLabel {
  /** Without brackets and what they hold: 项目资金（万元） → 项目资金. */
  core: string;
  /** What brackets hold kept: 单位（项目）名称 → 单位项目名称. */
  full: string;
  /** Contents of the brackets: `万元`, `含本级和市县`, `%`. */
  qualifiers: string[];
  /** 其中： stood before it. */
  ofWhich: boolean;
}

const NUMBERING =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]\d{1,2}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳])/;

/** Full-width ASCII to half-width, all white space removed. */
export const compact = (text: string): string => (PRINTED_FORMS.test(text) ? plainForms(text) : text);

const PRINTED_FORMS = /[\s\u00a0\u3000\uff01-\uff5e﹕︰∶【〔】〕]/;

const ALL_PRINTED_FORMS = /[\s\u00a0\u3000]+|[\uff01-\uff5e﹕︰∶【〔】〕]/g;

const plainForms = (text: string): string => text.replace(ALL_PRINTED_FORMS, plainForm);

const PLAIN_FORMS: Readonly<Record<string, string>> = {
  '﹕': ':',
  '︰': ':',
  '∶': ':',
  '【': '(',
  '〔': '(',
  '】': ')',
  '〕': ')',
};

/** The plain form of a printed character; of blanks nothing. */
function plainForm(printed: string): string {
  const code = printed.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return PLAIN_FORMS[printed] ?? '';
}

export function bareLabel(text: string): BareLabel {
  let core = compact(text);
  const qualifiers: string[] = [];
  const ofWhich = /^其中[:,]?./.test(core);
  if (ofWhich) core = core.replace(/^其中[:,]?/, '');
  core = core.replace(NUMBERING, '');
  const full = tidyEnds(core.replace(/[()]/g, ''));
  core = core.replace(/\(([^()]*)(?:\)|$)/g, (_, inner: string) => {
    qualifiers.push(inner);
    return '';
  });
  return { core: tidyEnds(core), full, qualifiers, ofWhich };
}

/** The formula of a column behind its label: 小计③=①+②, 支出实现率⑤=④/③, 全年执行数④. */
const FORMULA = /(?<=[\u4e00-\u9fff])(?:[①-⑳]|[A-Z](?==))(?:=[①-⑳A-Z+\-×÷*/%\d]+)?$/;

const tidyEnds = (text: string): string =>
  text
    .replace(FORMULA, '')
    .replace(/[:;,.。*★]+$/, '')
    .replace(/[/、]/g, '');

export interface DatedLabel {
  core: string;
  year: number;
}

const YEAR_BEFORE = /^((?:19|20)\d{2})(?=\D)/;
const YEAR_BEHIND = /^(.*\D)((?:19|20)\d{2})年度?$/;
const ONLY_A_YEAR = /^((?:19|20)\d{2})年度?$/;

/**
 * What a label may be without the year printed before it, behind it or in its brackets, the likeliest first: 2023年度指标值 →
 * 指标值, 度指标值, 年度指标值. Empty where no year stands there, and for a label that is nothing else.
 */
export function datedLabels(core: string, qualifiers: readonly string[]): DatedLabel[] {
  const inBrackets = qualifiers.map((text) => ONLY_A_YEAR.exec(text)?.[1]).find((year) => year !== undefined);
  if (inBrackets !== undefined) return core === '' ? [] : [{ core, year: Number(inBrackets) }];
  const [, behind, last] = YEAR_BEHIND.exec(core) ?? [];
  if (behind !== undefined) return [{ core: behind, year: Number(last) }];
  const [, first] = YEAR_BEFORE.exec(core) ?? [];
  if (first === undefined) return [];
  const rest = core.slice(first.length);
  return [/^年度/, /^年/, /^/]
    .filter((mark) => mark.test(rest))
    .map((mark) => ({ core: rest.replace(mark, ''), year: Number(first) }))
    .filter((label) => label.core !== '');
}

/** Joins the lines of a cell into one text: no space between Chinese characters, one elsewhere. */
export const joinLines = (text: string): string => (text.includes('\n') ? joinedLines(text) : text.trim());

const joinedLines = (text: string): string =>
  text
    .replace(/[ \t\u00a0\u3000]*\n[ \t\u00a0\u3000]*/g, '\n')
    .replace(
      /(?<=[\u2e80-\u9fff\uff00-\uffef“”‘’、。，；：（）])\n|\n(?=[\u2e80-\u9fff\uff00-\uffef“”‘’、。，；：（）])/g,
      '',
    )
    .replace(/\n/g, ' ')
    .trim();
