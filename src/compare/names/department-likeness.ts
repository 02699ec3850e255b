import * as z from 'zod';
import { loadData } from '../../model/load-data.js';
import type { Alike } from '../../model/name-candidate.js';
import { bigrams, lettersAndDigits } from '../bigrams.js';
import { areApart, nameFacts, PROJECT_KINDS } from '../links/name-facts.js';

const WORDS = loadData(
  'similar/departments.json',
  z.strictObject({
    /** Words that say it is the department itself. */
    own: z.array(z.string().min(1)),
    /** What kinds of offices are called, longest first. */
    bodies: z.array(z.string().min(1)),
    /** What stands behind the name of a town or a village: two of them have two governments. */
    seats: z.array(z.string().min(1)),
    /** Characters that tell one of several alike offices. */
    ordinals: z.string(),
  }),
);

/** Shorter names differ in one character by being other things: 教育局, 体育局. */
const LEAST_TYPO = 4;
const LEAST_SIMILAR = 0.7;

/** How two names of departments of one place may be one; null: they are not alike. The places' own names are taken off before. */
export function departmentLikeness(one: string, other: string): Alike | null {
  const [a, b] = [bare(one), bare(other)];
  if (a === b) return { likeness: 1, why: 'text' };
  if (areOfTwoSeats(a, b)) return null;
  const [matter, otherMatter] = [withoutBody(a), withoutBody(b)];
  if (matter === otherMatter) return { likeness: 0.95, why: 'body' };
  if (isTypo(a, b)) return { likeness: 0.9, why: 'typo' };
  if (isShortOf(a, b) || isShortOf(b, a)) {
    return {
      likeness: 0.6 + 0.3 * (Math.min(a.length, b.length) / Math.max(a.length, b.length)),
      why: 'short',
    };
  }
  const alike = dice(a, b);
  const isAlike =
    alike >= LEAST_SIMILAR && !areApart(nameFacts(a, PROJECT_KINDS), nameFacts(b, PROJECT_KINDS));
  return isAlike && !differInOrdinals(a, b) ? { likeness: alike, why: 'similar' } : null;
}

function bare(name: string): string {
  const text = lettersAndDigits(name);
  const word = WORDS.own.find((each) => text.endsWith(each) && text.length > each.length + 1);
  return word === undefined ? text : bare(text.slice(0, -word.length));
}

function withoutBody(name: string): string {
  const word = WORDS.bodies.find((each) => name.endsWith(each) && name.length > each.length + 1);
  return word === undefined ? name : name.slice(0, -word.length);
}

/** 玉津镇人民政府, 玉泉镇人民政府. */
function areOfTwoSeats(a: string, b: string): boolean {
  const [seat, other] = [seatOf(a), seatOf(b)];
  return seat !== null && other !== null && seat !== other;
}

function seatOf(name: string): string | null {
  const ends = WORDS.seats.flatMap((word) => {
    const at = name.indexOf(word);
    return at > 0 ? [at] : [];
  });
  return ends.length === 0 ? null : name.slice(0, Math.min(...ends));
}

/** One character is another, is missing or is too many; two such offices are told by numbers and directions. */
function isTypo(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < LEAST_TYPO || long.length - short.length > 1) return false;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  let tail = 0;
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail++;
  if (long.length - head - tail > 1) return false;
  return ![...long.slice(head, long.length - tail), ...short.slice(head, short.length - tail)].some(
    (character) => WORDS.ordinals.includes(character),
  );
}

/** 文旅局 ⊂ 文化和旅游局: same first and last character, the others in order. */
function isShortOf(short: string, long: string): boolean {
  if (short.length >= long.length || short.length < 3) return false;
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  let position = 0;
  for (const character of short) {
    position = long.indexOf(character, position) + 1;
    if (position === 0) return false;
  }
  return true;
}

const differInOrdinals = (a: string, b: string): boolean => {
  const ordinals = (text: string): string =>
    [...text].filter((character) => WORDS.ordinals.includes(character)).join('');
  return ordinals(a) !== ordinals(b);
};

/** Two-character runs in common, as a share of both. */
function dice(a: string, b: string): number {
  const [left, right] = [new Set(bigrams(a)), new Set(bigrams(b))];
  const common = [...left].filter((each) => right.has(each)).length;
  return (2 * common) / (left.size + right.size);
}
