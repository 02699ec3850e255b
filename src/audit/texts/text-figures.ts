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

/** The figures with a unit of a text, in reading order; years, dates and numbering are none. */
export function textFigures(text: string): TextFigure[] {
  const plain = text
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/[^\S\n]/g, '');
  return plain.split(CLAUSE).flatMap((clause) =>
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
