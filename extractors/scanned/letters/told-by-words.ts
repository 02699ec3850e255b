import { UNSURE } from './match-ink.js';

interface Told {
  code: number;
  /** How sure, 0 to 1. */
  confidence: number;
}

/** A character a word has, what is read in its place, and what stands before and behind it where it is meant. */
interface Confused {
  meant: string;
  read: string;
  before: RegExp;
  after: RegExp;
}

const CONFUSED: readonly Confused[] = [
  { meant: '目', read: '日', before: /(?<![各每事单多])[项科栏]$/u, after: /^(?![常期均夜益程报])/u },
  { meant: '：', read: '；', before: /标值$/u, after: /./u },
  { meant: 'Ⅲ', read: '川', before: /(?<!四)$/u, after: /^类$/u },
];

/** Sets right characters that make no word where another makes one (项日 → 项目, 川类 → Ⅲ类, 指标值；2 → 指标值：2); they are not sure. */
export function toldByWords<C extends Told>(met: readonly C[]): C[] {
  const textOf = (...characters: (C | undefined)[]): string =>
    characters.map((character) => (character ? String.fromCodePoint(character.code) : '')).join('');
  return met.map((character, i) => {
    const found = CONFUSED.find(
      ({ read, before, after }) =>
        read === textOf(character) &&
        before.test(textOf(met[i - 2], met[i - 1])) &&
        after.test(textOf(met[i + 1])),
    );
    if (!found) return character;
    const code = found.meant.codePointAt(0) ?? character.code;
    return { ...character, code, confidence: Math.min(character.confidence, UNSURE) };
  });
}
