import { isDigit, isHan, type MetCharacter } from './match-ink.js';
import { beforeWord, behindFigure } from './tell-dashes.js';
import { toldByWords } from './told-by-words.js';

const SPACE = 0x20;
const QUOTE = 0x22;
const OPENING = 0x201c;
const CLOSING = 0x201d;

/**
 * Sets right what only a whole line tells, where it was read in parts or letters in it were told to be figures: 一 behind a figure is
 * a hyphen, and so is a tilde before a word; straight quotation marks among Chinese characters open and close in turn; some misread characters make no word.
 */
export function mendLine(met: readonly MetCharacter[]): MetCharacter[] {
  const inked = met.filter(({ code }) => code !== SPACE);
  const isChinese = inked.some(({ code }) => isHan(code));
  const mended = new Map<MetCharacter, MetCharacter>();
  let isOpen = false;
  inked.forEach((character, i) => {
    const [before, after] = [inked[i - 1], inked[i + 1]];
    if (isDigit(before?.code) && (!after || isHan(after.code)))
      mended.set(
        character,
        after
          ? beforeWord(behindFigure(character), String.fromCodePoint(after.code))
          : behindFigure(character),
      );
    if (character.code === OPENING) isOpen = true;
    else if (character.code === CLOSING) isOpen = false;
    else if (character.code === QUOTE && isChinese) {
      mended.set(character, { ...character, code: isOpen ? CLOSING : OPENING });
      isOpen = !isOpen;
    }
  });
  return toldByWords(met.map((character) => mended.get(character) ?? character));
}
