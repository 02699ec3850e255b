/** Stands for a run of punctuation between two stretches of letters and digits. */
export const BREAK = '\0';

/** One character of a text as searched, with its position in the text. */
interface SearchedCharacter {
  character: string;
  at: number;
}

/**
 * A text as it is searched: letters and digits in one width and case, blanks gone (lines break anywhere in Chinese), each
 * run of anything else as one BREAK. Character by character, so that a part of a text becomes a part of the result.
 */
export function searchedText(text: string): SearchedCharacter[] {
  const searched: SearchedCharacter[] = [];
  let at = 0;
  for (const printed of text) {
    const plain = isIdeograph(printed);
    for (const character of plain ? printed : printed.normalize('NFKC').toLowerCase()) {
      if (!plain && /\s/u.test(character)) continue;
      const isWord = plain || /[\p{L}\p{N}]/u.test(character);
      if (isWord) searched.push({ character, at });
      else if (searched.length > 0 && searched.at(-1)?.character !== BREAK) {
        searched.push({ character: BREAK, at });
      }
    }
    at += printed.length;
  }
  return searched;
}

/** The block of common ideographs: letters that have one form only. */
const isIdeograph = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff';

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
export const indexWords = (text: string): string => stretchesOf(text).flatMap(pairs).join(' ');

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
