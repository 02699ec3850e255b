/** Letters and digits only, width and case folded, so that punctuation and spacing do not count. */
export const lettersAndDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Pairs of neighbouring characters, in order, repeated ones kept; a single character stands for itself. */
export function bigrams(text: string): string[] {
  const characters = [...lettersAndDigits(text)];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
