import type { Operator } from '../../../src/model/target.js';
import { valueLexicon } from './value-lexicon.js';
import { wordList } from './word-list.js';

const entries = (table: Partial<Record<Operator, string[]>>): (readonly [string, Operator])[] =>
  (Object.entries(table) as [Operator, string[]][]).flatMap(([operator, list]) =>
    list.map((word) => [word, operator] as const),
  );

const BEFORE = wordList(entries(valueLexicon.operators.before));
const AFTER = wordList(entries(valueLexicon.operators.after));
const BETWEEN = wordList(entries(valueLexicon.operators.between));
const INCLUSIVE_REMARK = /\(含[^()]{0,6}\)/y;
const MAX_STACKED = 3;
/** How far a title's other bracket is looked for. */
const TITLE_REACH = 40;

export interface OperatorReading {
  operator: Operator;
  end: number;
}

/** 》 and 《 stand for ≥ and ≤ where they open or close no title. */
function titleMarkOperator(text: string, end: number): Operator | null {
  const char = text.charAt(end - 1);
  if (char === '》') return text.slice(Math.max(0, end - TITLE_REACH), end - 1).includes('《') ? null : '>=';
  return char === '《' && !text.slice(end, end + TITLE_REACH).includes('》') ? '<=' : null;
}

/** Operators that end at `end`, nearest first, not reaching before `from`: 应不低于≥90% has two. */
export function operatorsBefore(
  text: string,
  from: number,
  end: number,
): { start: number; found: Operator[] } {
  const found: Operator[] = [];
  let start = end;
  while (found.length < MAX_STACKED) {
    const at = text.charAt(start - 1) === ':' && found.length === 0 ? start - 1 : start;
    const mark = at > from ? titleMarkOperator(text, at) : null;
    const word = mark ? null : BEFORE.before(text, at);
    if (mark) start = at - 1;
    else if (word && word.start >= from) start = word.start;
    else break;
    found.push(mark ?? word?.value ?? '=');
  }
  return { start, found };
}

/** The operator that begins at `start`: 不低于 in 不低于总数的30%. */
export function operatorAt(text: string, start: number): OperatorReading | null {
  const word = BEFORE.at(text, start);
  return word && { operator: word.value, end: word.end };
}

/** Length of a remark like （含5个） at `at`; 0 where there is none. */
export function inclusiveRemark(text: string, at: number): number {
  INCLUSIVE_REMARK.lastIndex = at;
  return INCLUSIVE_REMARK.exec(text)?.[0].length ?? 0;
}

/** 以上, 以内, 左右 … behind a figure, with the remark （含）. */
export function operatorAfter(text: string, at: number): OperatorReading | null {
  const start = at + inclusiveRemark(text, at);
  const word = AFTER.at(text, start);
  if (!word || (word.word === '内' && /[部容外科]/.test(text.charAt(word.end)))) return null;
  return { end: word.end + inclusiveRemark(text, word.end), operator: word.value };
}

/** 余, 多 between a figure and its unit: 160余次. */
export function operatorBetween(text: string, at: number): OperatorReading | null {
  const word = BETWEEN.at(text, at);
  return word && { operator: word.value, end: word.end };
}
