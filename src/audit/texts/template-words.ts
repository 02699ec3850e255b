/**
 * Words of a template nobody filled in or crossed out:
 * `alternative` 增加（减少） · `empty-reason` 主要原因是。 · `doubled-stop` 。。 · `placeholder` XX万元, ×年, ____ · `instruction` （请填写…）
 * and words of one printed twice or lost: `doubled-word` 6万元万元 · `year-word-lost` 与2025持平
 */
export type TemplateWordsKind =
  | 'alternative'
  | 'empty-reason'
  | 'doubled-stop'
  | 'placeholder'
  | 'instruction'
  | 'doubled-word'
  | 'year-word-lost';

export interface TemplateWords {
  kind: TemplateWordsKind;
  printed: string;
  /** Where it begins in the text. */
  index: number;
}

const UP = '增加|增长|上升|提高|增';
const DOWN = '减少|下降|降低|减';
/** Words of amounts: units behind a figure, the word before one, 的, what is spent. Words that Chinese doubles (人人, 比比, 目的的) are none. */
const DOUBLED = [
  '(?<=\\d\\s*)(万元|亿元|元|万|辆|批次|人次|平方米|%|％)\\s*\\1(?!素|月|首|里)',
  '(万元|亿元)(?:\\s*)\\2',
  '(为|是|达|共|约|计|增加|增长|减少|下降|安排|支出|收入|预算)\\s*\\3(?=\\s*\\d)',
  '(?:增加|增长|上升|减少|下降|降低|压减)了\\s*了',
  '(较|比|与)\\s*\\4(?=\\s*(?:上年|去年|20\\d\\d))',
  '(?:接待|运行维护|维护|购置|运行|会议|培训|办公|差旅|劳务|印刷|咨询|委托业务)费\\s*费(?![率用基别种源收款县城])',
  '(?<![目标打有])的\\s*的(?!确|士|哥)',
  '20\\d\\d\\s*年\\s*年(?=(?:部门|预算|决算|收入|支出|一般公共|财政拨款|政府性))',
].join('|');

/** What follows a year in the prose of a budget; with 年 lost between them. */
const AFTER_YEAR =
  '(?:持平|相比|一致|相同|(?:增加|减少|增长|下降)(?![值极点])|部门(?:综合)?预算|部门决算|度?(?:预算|决算)数)';

const PATTERNS: Record<TemplateWordsKind, RegExp> = {
  alternative: new RegExp(
    `(?:${UP})(?:[（(/](?:或)?|或)(?:${DOWN})[）)]?|(?:${DOWN})(?:[（(/](?:或)?|或)(?:${UP})[）)]?`,
    'g',
  ),
  'empty-reason': /(?:主要)?原因(?:是|为|系)?\s*[:：]?\s*(?=[。；;，,]|$)/g,
  'doubled-stop': /[。；，、][ \t]*[。；，、]+/g,
  placeholder:
    /(?<![A-Za-z\d])[XxＸｘ×＊*]{2,}(?![A-Za-z\d])|(?<![A-Za-z\d×*）)])[XxＸ×＊](?=\s*(?:年|月|日|万元|元|辆|人|个|项|批|%|％))|_{2,}(?=\s*(?:年|月|日|万元|元|辆|人|个|项|批|%|％))|[○〇]{2,}(?=局|委|办|部门|单位|县|市|区|年)/g,
  instruction: /[（(](?:请|此处|如有|按实际|根据实际|可自行|填写|示例)[^（）()]{0,30}[）)]/g,
  'doubled-word': new RegExp(DOUBLED, 'g'),
  'year-word-lost': new RegExp(`(?<![\\d.,，/〔\\[（(-]\\s*)20[12]\\d\\s*${AFTER_YEAR}`, 'g'),
};

/**
 * Template words left in a paragraph, by where they stand. A reason is empty where a stop follows it at once and the words before it say
 * what it is of (增长的主要原因是。); 原因 as the last word of a sentence is none (查明原因。).
 */
export const templateWords = (text: string): TemplateWords[] =>
  Object.entries(PATTERNS)
    .flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map((match) => ({
        kind: kind as TemplateWordsKind,
        printed: match[0],
        index: match.index,
      })),
    )
    .filter(({ kind, printed }) => kind !== 'empty-reason' || /^主要原因|[是为系:：]\s*$/.test(printed))
    .sort((a, b) => a.index - b.index);
