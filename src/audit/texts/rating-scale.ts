import { joinedText } from './joined-text.js';

const GRADES = ['优', '良', '中', '差'] as const;
export type Grade = (typeof GRADES)[number];

/** Scores of a grade; a bound that two grades share belongs to the better one. */
export interface GradeRange {
  grade: Grade;
  from: number;
  to: number;
}

/** 财预〔2020〕10号, 第二十条: the lower end belongs to the better grade. */
export const NATIONAL_SCALE: readonly GradeRange[] = [
  { grade: '优', from: 90, to: 100 },
  { grade: '良', from: 80, to: 90 },
  { grade: '中', from: 60, to: 80 },
  { grade: '差', from: 0, to: 60 },
];

const WORD = '优秀|优|良好|良|中等|中|一般|合格|及格|较差|差|不合格|不及格';
const AS: Record<string, Grade> = {
  优秀: '优',
  优: '优',
  良好: '良',
  良: '良',
  中等: '中',
  中: '中',
  一般: '中',
  合格: '中',
  及格: '中',
  较差: '差',
  差: '差',
  不合格: '差',
  不及格: '差',
};
const BOX = '□☐○☑√✓✔■●';
const TICK = '☑√✓✔■●';
const MARKED_BEFORE = new RegExp(`[${TICK}](${WORD})`, 'u');
const MARKED_AFTER = new RegExp(`(${WORD})[(（]?[${TICK}]`, 'u');

/** The grade a cell states: 优, 自评等级：良好, or the box that is ticked among 优□ 良☑ 中□ 差□; null where none or several. */
export function gradeOf(printed: string): Grade | null {
  const text = printed.normalize('NFKC');
  const [before, after] = [MARKED_BEFORE, MARKED_AFTER].map((pattern) => pattern.exec(text)?.[1]);
  if (before || after) {
    const boxesStandBefore = text.search(new RegExp(`[${BOX}]`, 'u')) < text.search(new RegExp(WORD));
    const ticked = before && after ? (boxesStandBefore ? before : after) : (before ?? after);
    return AS[ticked ?? ''] ?? null;
  }
  const words = [...text.matchAll(new RegExp(WORD, 'g'))].map(([word]) => AS[word]);
  return new Set(words).size === 1 ? (words[0] ?? null) : null;
}

const FIGURE = '(\\d{1,3}(?:\\.\\d+)?)';
const INCLUDED = '(?:分)?(?:[(（](?:含|不含)[^)）]*[)）])?(?:分)?';
const TO = '[-—–~～至到]+';
const BETWEEN = new RegExp(`^${FIGURE}${INCLUDED}${TO}${FIGURE}${INCLUDED}`);
const SIGNS = new RegExp(`^${FIGURE}(?:分)?[≤<＜][^\\d≤<＜]{0,6}[≤<＜]${FIGURE}`);
const FROM = new RegExp(`^(?:[≥>＞]|不低于|大于等于|大于或等于)?${FIGURE}${INCLUDED}(?:及)?(?:以上)`);
const AT_LEAST = new RegExp(`^(?:[^\\d]{0,4}[≥]|不低于|大于等于|大于或等于)${FIGURE}`);
const BELOW = new RegExp(`^(?:[<＜]|低于|小于|不足)?${FIGURE}${INCLUDED}(?:以下)`);
const LESS = new RegExp(`^(?:[^\\d]{0,4}[<＜]|低于|小于|不足)${FIGURE}`);

/**
 * The scale that a text prints: 90（含）-100分为优, 80（含）-90分为良 …; 优（≥90分）, 良（80分≤得分＜90分） … Null unless three grades
 * and more are told, without gaps or overlaps, from the best down.
 */
export function ratingScale(printed: string): GradeRange[] | null {
  const text = joinedText(printed);
  for (const ranges of [gradesAfter(text), gradesBefore(text)]) {
    const sorted = closed([...ranges].sort((a, b) => b.from - a.from));
    const isWhole =
      sorted.length >= 3 &&
      new Set(sorted.map(({ grade }) => grade)).size === sorted.length &&
      sorted.every(({ grade, to }, index) => {
        const above = sorted[index - 1];
        return !above || (above.from === to && GRADES.indexOf(above.grade) < GRADES.indexOf(grade));
      });
    if (isWhole) return sorted;
  }
  return null;
}

/** 80-89, 60-79: whole points; the range reaches up to the one above. */
const closed = (sorted: readonly GradeRange[]): GradeRange[] =>
  sorted.map((range, index) => {
    const above = sorted[index - 1];
    return above && above.from - range.to > 0 && above.from - range.to <= 1
      ? { ...range, to: above.from }
      : range;
  });

/** 90（含）-100分为优；60分以下为差 */
const gradesAfter = (text: string): GradeRange[] =>
  [
    ...text.matchAll(
      new RegExp(
        `([≥<＜>＞\\d不低小][^，,；;。、为]{0,22}?)(?:的)?(?:评)?(?:为|是|评定为|属于|[:：])["“”‘’「]?(${WORD})`,
        'g',
      ),
    ),
  ].flatMap(([, range = '', word = '']) => rangeOf(range, AS[word]));

/** 优（90分及以上）、良（80-90分） */
const gradesBefore = (text: string): GradeRange[] =>
  [
    ...text.matchAll(
      new RegExp(`(${WORD})["“”‘’」]?(?:等级|等)?[:：(（\\[【]([^，,；;。、\\]】]{2,22})`, 'g'),
    ),
  ].flatMap(([, word = '', range = '']) => rangeOf(range, AS[word]));

function rangeOf(text: string, grade: Grade | undefined): GradeRange[] {
  if (!grade) return [];
  const [, low, high] = BETWEEN.exec(text) ?? SIGNS.exec(text) ?? [];
  if (low !== undefined && high !== undefined) {
    const [from, to] = [Number(low), Number(high)].sort((a, b) => a - b) as [number, number];
    return to <= 100 ? [{ grade, from, to }] : [];
  }
  const [, least] = FROM.exec(text) ?? AT_LEAST.exec(text) ?? [];
  if (least !== undefined) return [{ grade, from: Number(least), to: 100 }];
  const [, most] = BELOW.exec(text) ?? LESS.exec(text) ?? [];
  return most === undefined ? [] : [{ grade, from: 0, to: Number(most) }];
}

/** The grade of a score; null where no range holds it. A bound belongs to the better grade. */
export const gradeAt = (score: number, scale: readonly GradeRange[]): Grade | null =>
  scale.find(({ from, to }) => score >= from && score <= to)?.grade ?? null;
