import * as z from 'zod';
import { loadData } from '../../model/load-data.js';
import { lettersAndDigits } from '../bigrams.js';

const setsSchema = z.array(z.array(z.array(z.string().min(1))));
const apartSchema = z.strictObject({
  /** What names of single things end with: two schools, two roads. */
  heads: z.array(z.string().min(1)),
  /** What is counted behind a number: 一期, 第二批, 3标段. */
  counted: z.array(z.string().min(1)),
  /** Kinds that exclude each other; the words of one list say the same. */
  projects: setsSchema,
  indicators: setsSchema,
});

const APART = loadData('similar/apart.json', apartSchema);

type Sets = z.infer<typeof setsSchema>;
export const PROJECT_KINDS: Sets = APART.projects;
export const INDICATOR_KINDS: Sets = APART.indicators;

/** What a name says of which one of several alike things it means. */
export interface NameFacts {
  /** Letters and digits of the whole name, brackets too, without years. */
  text: string;
  years: number[];
  /** 期 → 2 */
  counted: ReadonlyMap<string, string>;
  /** Other figures: 12345, G320. */
  figures: ReadonlySet<string>;
  /** Of each set, which of its kinds the name has. */
  kinds: readonly ReadonlySet<number>[];
  sets: Sets;
}

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)(?:年度?|财年)?/g;
const DIGITS = '零一二三四五六七八九十';
const COUNTED = new RegExp(
  `第?([${DIGITS}两\\d]{1,3})(${[...APART.counted].sort((a, b) => b.length - a.length).join('|')})`,
  'g',
);

export function nameFacts(name: string, sets: Sets): NameFacts {
  const plain = name.normalize('NFKC');
  const years = [...plain.matchAll(YEAR)].map(([year]) => Number(year.slice(0, 4)));
  const text = lettersAndDigits(plain.replace(YEAR, ''));
  const counted = new Map([...text.matchAll(COUNTED)].map(([, n = '', what = '']) => [what, digitsOf(n)]));
  return {
    text,
    years,
    counted,
    figures: new Set(text.match(/[a-z]?\d+(?:\.\d+)?/g) ?? []),
    kinds: kindsIn(text, sets),
    sets,
  };
}

const kindsIn = (text: string, sets: Sets): Set<number>[] =>
  sets.map(
    (kinds) =>
      new Set(kinds.flatMap((words, kind) => (words.some((word) => text.includes(word)) ? [kind] : []))),
  );

/** 十二 → 12; digits stay. */
function digitsOf(text: string): string {
  if (/^\d+$/.test(text)) return text;
  const at = (character: string): number => DIGITS.indexOf(character === '两' ? '二' : character);
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  if (!text.includes('十')) return String(at(text));
  return String((tens === '' ? 1 : at(tens)) * 10 + (ones === '' ? 0 : at(ones)));
}

/** Whether two names, however alike, name two things: another phase, place, kind or number. */
export function areApart(a: NameFacts, b: NameFacts): boolean {
  if ([...a.counted].some(([what, number]) => (b.counted.get(what) ?? number) !== number)) return true;
  if (a.figures.size > 0 && b.figures.size > 0 && ![...a.figures].some((each) => b.figures.has(each))) {
    return true;
  }
  if (excludeEachOther(a.kinds, b.kinds)) return true;
  const { parts, rest } = differingParts(a.text, b.text);
  const [left, right] = parts;
  if (left === '' || right === '') return false;
  return excludeEachOther(kindsIn(left, a.sets), kindsIn(right, b.sets)) || nameSeveral(parts, rest);
}

/** Whether only one of them says which phase, kind or number it is. */
export const isOneVague = (a: NameFacts, b: NameFacts): boolean =>
  [...a.counted.keys()].some((what) => !b.counted.has(what)) ||
  [...b.counted.keys()].some((what) => !a.counted.has(what)) ||
  a.kinds.some((kinds, set) => (kinds.size === 0) !== ((b.kinds[set]?.size ?? 0) === 0));

/** Whether one name is the other with its characters in another order: 档案扫描, 扫描档案. */
export const isReordered = (a: NameFacts, b: NameFacts): boolean =>
  a.text.length === b.text.length && [...a.text].sort().join('') === [...b.text].sort().join('');

const excludeEachOther = (a: NameFacts['kinds'], b: NameFacts['kinds']): boolean =>
  a.some((kinds, set) => {
    const others = b[set] ?? new Set();
    return kinds.size > 0 && others.size > 0 && ![...kinds].some((kind) => others.has(kind));
  });

/** What stands between the beginning and the end that two texts have in common, and that end. */
function differingParts(a: string, b: string): { parts: [string, string]; rest: string } {
  const [left, right] = [[...a], [...b]];
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  const between = (letters: readonly string[]): string => letters.slice(start, letters.length - end).join('');
  return { parts: [between(left), between(right)], rest: left.slice(left.length - end).join('') };
}

const HEAD = `(?:${APART.heads.join('|')})`;
const AT_END = new RegExp(`${HEAD}$`);
const AT_START = new RegExp(`^${HEAD}`);
const ONE_OF_A_KIND = /^[东西南北中上下左右前后甲乙丙丁大小新老男女]$/u;
/** Longest name of a place or house that stands before its kind, and with it. */
const LONGEST_NAME = 4;
const LONGEST_WITH_HEAD = 6;

/** Whether names differ in the name of a single thing alone: 第一小学 and 第二小学, 东街 and 西街. */
const nameSeveral = (parts: readonly string[], rest: string): boolean =>
  parts.every((part) => part.length <= LONGEST_WITH_HEAD && AT_END.test(part)) ||
  (parts.every((part) => part.length <= LONGEST_NAME) && AT_START.test(rest)) ||
  parts.every((part) => ONE_OF_A_KIND.test(part));
