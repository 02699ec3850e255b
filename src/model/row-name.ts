import type { NamedLetter } from './named-letter.js';
import { splitRowId } from './row-id.js';

/** A row of a view, a document (`d`) or a finding (`f`): its letter, and its id as the views have it. */
export interface RowName {
  letter: NamedLetter;
  id: number;
}

/** Digits a short name of a document has at least. */
const LEAST_DIGITS = 4;

/** `i6715412345678901`: the whole name, the same in every store. */
export const wholeName = ({ letter, id }: RowName): string => `${letter}${id}`;

/**
 * `i5123-15`: the fifteenth indicator of the document whose number begins with 5123; `d5123`; findings are short as they are.
 * @param short the beginning by which the store knows each document, by number
 */
export function shortName({ letter, id }: RowName, short: ReadonlyMap<number, string>): string {
  if (letter === 'f') return `f${id}`;
  if (letter === 'd') return `d${short.get(id) ?? id}`;
  const { documentNumber, ordinal } = splitRowId(id);
  const beginning = short.get(documentNumber);
  return beginning === undefined ? `${letter}${id}` : `${letter}${beginning}-${ordinal}`;
}

/** The number of the document a row is of; null for findings, which are of none by their name. */
export function documentOf({ letter, id }: RowName): number | null {
  if (letter === 'f') return null;
  return letter === 'd' ? id : splitRowId(id).documentNumber;
}

/** A name as somebody wrote it: what is missing of it stands for anything. */
export interface WrittenName {
  letter: NamedLetter | null;
  digits: string;
  /** Which of the rows of the document whose number begins with the digits; null: the digits are an id. */
  ordinal: number | null;
}

/** `i123`, `d5`, `5123` (as SQL and JSON say), `i5123-15`; null where a text is no name. */
export function parseName(text: string, letters: string): WrittenName | null {
  const [, letter, digits, ordinal] = /^([a-z])?(\d{1,16})(?:-(\d{1,6}))?$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  const known = letter?.toLowerCase() ?? null;
  if (known !== null && !`${letters}df`.includes(known)) return null;
  if (ordinal !== undefined && (known === 'd' || known === 'f')) return null;
  return {
    letter: known as NamedLetter | null,
    digits,
    ordinal: ordinal === undefined ? null : Number(ordinal),
  };
}

/**
 * The shortest beginning of each number that no other number has, by number. A number that is itself the beginning of another
 * one stays whole: who writes it means it.
 * @param numbers all of a store, no two alike
 */
export function shortNumbers(numbers: readonly number[]): Map<number, string> {
  const texts = numbers.map(String).sort();
  return new Map(
    texts.map((text, at) => {
      const alike = Math.max(commonLength(text, texts[at - 1]), commonLength(text, texts[at + 1]));
      return [Number(text), text.slice(0, Math.max(LEAST_DIGITS, alike + 1))];
    }),
  );
}

function commonLength(text: string, other = ''): number {
  let length = 0;
  while (length < text.length && text[length] === other[length]) length++;
  return length;
}
