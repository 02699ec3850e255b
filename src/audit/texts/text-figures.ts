import Big from 'big.js';

/** A figure a sentence prints, with the words around it. */
export interface TextFigure {
  /** As printed, with its unit: `约2万份`. */
  printed: string;
  /** Scale applied: 2万 → 20000. */
  value: Big;
  /** What stands behind the figure, at most three signs: `%`, `份宣传`. */
  unit: string;
  /** The words of its clause before it and behind its unit's place. */
  before: string;
  after: string;
}

const CLAUSE = /[，,。；;、:：!！?？\n()（）《》“”]/;
const FIGURE =
  /(?<![\d.年第A-Za-z-])(\d[\d]*(?:\.\d+)?)(?:余|多)?(万|亿)?(个百分点|%|[\p{Script=Han}]{1,4})/gu;
const SCALE: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/** A clause tells what was, and promises nothing. */
const WAS = /已经?|曾经?|去年|上年|往年|此前/;
/** So does all that follows a span of years in its sentence: 自2023年10月首演至2024年3月期间，共演出30余场. */
const SPAN_OF_YEARS = /(?:自|从)\d{4}年[^。；;]*?(?:至|到)\d{4}年/;

/** What a text promises: its sentences without what they tell of the past. */
const promised = (text: string): string[] =>
  text.split(/[。；;]/).flatMap((sentence) => {
    const [before = ''] = sentence.split(SPAN_OF_YEARS);
    return before.split(CLAUSE).filter((clause) => !WAS.test(clause));
  });

/**
 * The figures with a unit that a text promises, in reading order; years, dates, numbering and what is told of the past are none.
 */
export function textFigures(text: string): TextFigure[] {
  const plain = text
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/[^\S\n]/g, '');
  return promised(plain).flatMap((clause) =>
    [...clause.matchAll(FIGURE)].flatMap(
      ({ 0: whole, 1: figure = '', 2: scale = '', 3: unit = '', index }) => {
        if (/^(年|月|日|号|周年|届|条线|个月内)/.test(unit)) return [];
        return [
          {
            printed: whole,
            value: new Big(figure).times(SCALE[scale] ?? 1),
            unit,
            before: clause.slice(0, index),
            after: clause.slice(index + whole.length - unit.length),
          },
        ];
      },
    ),
  );
}
