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
