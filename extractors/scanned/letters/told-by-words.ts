import { type MetCharacter, UNSURE } from './match-ink.js';

/** A character a word has, what is read in its place, what stands before it, and what may follow where the latter is meant. */
interface Confused {
  meant: string;
  read: string;
  before: RegExp;
  unlessFollowedBy: RegExp;
}

const CONFUSED: readonly Confused[] = [
  { meant: '目', read: '日', before: /[项科栏]/u, unlessFollowedBy: /[常期均夜益]/u },
];
/** As likely as this a character has to be to be meant. */
const LEAST_LIKELY = 0.02;

/**
 * Sets right characters that make no word where the network saw another that makes one (项日 → 项目); they are not sure.
 * @param likelihood how likely the network held a character to be in the place of one it read
 */
export function toldByWords(
  met: readonly MetCharacter[],
  likelihood: (index: number, code: number) => number,
): MetCharacter[] {
  return met.map((character, i) => {
    const text = String.fromCodePoint(character.code);
    const [before, after] = [met[i - 1], met[i + 1]].map((other) =>
      other ? String.fromCodePoint(other.code) : '',
    );
    const found = CONFUSED.find(
      ({ read, before: word, unlessFollowedBy: other }) =>
        read === text && word.test(before ?? '') && !other.test(after ?? ''),
    );
    const code = found?.meant.codePointAt(0);
    if (code === undefined || likelihood(i, code) < LEAST_LIKELY) return character;
    return { ...character, code, confidence: Math.min(character.confidence, UNSURE) };
  });
}
