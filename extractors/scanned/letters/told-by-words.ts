import { type MetCharacter, UNSURE } from './match-ink.js';

/** A character a word has, what is read in its place, and what stands before and behind it where it is meant. */
interface Confused {
  meant: string;
  read: string;
  before: RegExp;
  after: RegExp;
  /** As likely as this the network has to hold it to be. */
  least: number;
}

const CONFUSED: readonly Confused[] = [
  { meant: '目', read: '日', before: /^[项科栏]$/u, after: /^(?![常期均夜益])/u, least: 0.02 },
  { meant: 'Ⅲ', read: '川', before: /^(?!四)/u, after: /^类$/u, least: 0 },
];

/**
 * Sets right characters that make no word where another makes one (项日 → 项目, 川类 → Ⅲ类); they are not sure.
 * @param likelihood how likely the network held a character to be in the place of one it read
 */
export function toldByWords(
  met: readonly MetCharacter[],
  likelihood: (index: number, code: number) => number,
): MetCharacter[] {
  const textOf = (other: MetCharacter | undefined): string => (other ? String.fromCodePoint(other.code) : '');
  return met.map((character, i) => {
    const found = CONFUSED.find(
      ({ read, before, after }) =>
        read === textOf(character) && before.test(textOf(met[i - 1])) && after.test(textOf(met[i + 1])),
    );
    const code = found?.meant.codePointAt(0);
    if (!found || code === undefined || (found.least > 0 && likelihood(i, code) < found.least))
      return character;
    return { ...character, code, confidence: Math.min(character.confidence, UNSURE) };
  });
}
