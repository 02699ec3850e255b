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
  eachSearched(text, (character, at) => searched.push({ character, at }));
  return searched;
}

/** Shows the characters of a text as searched one by one, each with its position in the text. */
export function eachSearched(text: string, see: (character: string, at: number) => void): void {
  let at = 0;
  let before = BREAK;
  for (const printed of text) {
    if (isIdeograph(printed)) {
      see(printed, at);
      before = printed;
    } else {
      for (const character of foldedOf(printed)) {
        if (character !== BREAK || before !== BREAK) see(character, at);
        before = character;
      }
    }
    at += printed.length;
  }
}

const MOST_FOLDED = 10_000;
const folded = new Map<string, readonly string[]>();

/** A character in one width and case: one or several, a BREAK for what is no letter or digit, none for a blank. */
function foldedOf(printed: string): readonly string[] {
  const known = folded.get(printed);
  if (known) return known;
  const characters = [...printed.normalize('NFKC').toLowerCase()]
    .filter((character) => !/\s/u.test(character))
    .map((character) => (/[\p{L}\p{N}]/u.test(character) ? character : BREAK));
  if (folded.size >= MOST_FOLDED) folded.clear();
  folded.set(printed, characters);
  return characters;
}

/** The block of common ideographs: letters that have one form only. */
const isIdeograph = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff';
