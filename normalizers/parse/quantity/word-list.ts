/** A word met in a text. */
export interface WordMatch<T> {
  start: number;
  end: number;
  word: string;
  value: T;
}

/** Words with a value each, found longest first at (or before) a position. Case of letters does not matter. */
export interface WordList<T> {
  /** The longest word that begins at `start`. */
  at(text: string, start: number): WordMatch<T> | null;
  /** The longest word that ends at `end` (exclusive). */
  before(text: string, end: number): WordMatch<T> | null;
}

/** Lengths of the words that share a first (or last) character, longest first. */
function lengthsBy(words: Iterable<string>, position: 0 | -1): Map<string, number[]> {
  const lengths = new Map<string, Set<number>>();
  for (const word of words) {
    const key = word.at(position) ?? '';
    lengths.set(key, (lengths.get(key) ?? new Set()).add(word.length));
  }
  return new Map([...lengths].map(([key, set]) => [key, [...set].sort((a, b) => b - a)]));
}

const NO_LENGTHS: readonly number[] = [];

/** Each look-up costs at most the words that share the character, whatever the length of the text. */
export function wordList<T>(entries: Iterable<readonly [string, T]>): WordList<T> {
  const values = new Map<string, T>();
  for (const [word, value] of entries) values.set(word.toLowerCase(), value);
  const byFirst = lengthsBy(values.keys(), 0);
  const byLast = lengthsBy(values.keys(), -1);
  const match = (text: string, start: number, end: number): WordMatch<T> | null => {
    if (start < 0 || end > text.length) return null;
    const word = text.slice(start, end);
    const value = values.get(word.toLowerCase());
    return value === undefined ? null : { start, end, word, value };
  };
  return {
    at(text, start) {
      for (const length of byFirst.get(text.charAt(start).toLowerCase()) ?? NO_LENGTHS) {
        const found = match(text, start, start + length);
        if (found) return found;
      }
      return null;
    },
    before(text, end) {
      for (const length of byLast.get(text.charAt(end - 1).toLowerCase()) ?? NO_LENGTHS) {
        const found = match(text, end - length, end);
        if (found) return found;
      }
      return null;
    },
  };
}
