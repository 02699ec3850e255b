import { BREAK, eachSearched, searchedText } from '../../model/search/searched-text.js';

const stretchesOf = (text: string): string[][] =>
  searchedText(text)
    .map(({ character }) => character)
    .join('')
    .split(BREAK)
    .map((stretch) => [...stretch]);

/** Every character with the next one; the last of a stretch alone, so that no pair reaches over a break. */
const pairs = (stretch: readonly string[]): string[] =>
  stretch.map((character, index) => character + (stretch[index + 1] ?? ''));

/** The words a text is indexed by, in order and with blanks between: `普法宣传` → `普法 法宣 宣传 传`. */
export function indexWords(text: string): string {
  const words: string[] = [];
  let before = '';
  const end = (): void => {
    if (before !== '') words.push(before);
    before = '';
  };
  eachSearched(text, (character) => {
    if (character === BREAK) return end();
    if (before !== '') words.push(before + character);
    before = character;
  });
  end();
  return words.join(' ');
}

/**
 * The FTS5 phrase that finds every text holding this one: two characters become one word, a single one a prefix. Null where
 * there is no letter or digit to look for.
 */
export function matchPhrase(text: string): string | null {
  const stretches = stretchesOf(text);
  const last = stretches.pop() ?? [];
  const closed = stretches.flatMap(pairs);
  const open = last.length > 1 ? pairs(last).slice(0, -1) : last;
  const words = [...closed, ...open];
  if (words.length === 0) return null;
  return `"${words.join(' ')}"${last.length === 1 ? ' *' : ''}`;
}
