/**
 * Words of a template nobody filled in or crossed out:
 * `alternative` 增加（减少） · `empty-reason` 主要原因是。 · `doubled-stop` 。。 · `placeholder` XX万元, ×年, ____ · `instruction` （请填写…）
 */
export type TemplateWordsKind =
  | 'alternative'
  | 'empty-reason'
  | 'doubled-stop'
  | 'placeholder'
  | 'instruction';

export interface TemplateWords {
  kind: TemplateWordsKind;
  printed: string;
  /** Where it begins in the text. */
  index: number;
}

const UP = '增加|增长|上升|提高|增';
const DOWN = '减少|下降|降低|减';
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
