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

/** Each look-up costs at most the length of the longest word, whatever the length of the text. */
export function wordList<T>(entries: Iterable<readonly [string, T]>): WordList<T> {
  const values = new Map<string, T>();
  let longest = 0;
  for (const [word, value] of entries) {
    values.set(word.toLowerCase(), value);
    longest = Math.max(longest, word.length);
  }
  const match = (text: string, start: number, end: number): WordMatch<T> | null => {
    const word = text.slice(start, end);
    const value = values.get(word.toLowerCase());
    return value === undefined ? null : { start, end, word, value };
  };
  return {
    at(text, start) {
      for (let length = Math.min(longest, text.length - start); length > 0; length--) {
        const found = match(text, start, start + length);
        if (found) return found;
      }
      return null;
    },
    before(text, end) {
      for (let length = Math.min(longest, end); length > 0; length--) {
        const found = match(text, end - length, end);
        if (found) return found;
      }
      return null;
    },
  };
}
