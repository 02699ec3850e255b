import { isDigit } from './match-ink.js';
import { behindFigure } from './tell-dashes.js';
import type { ReadText } from './text-reader.js';
import { toldByWords } from './told-by-words.js';

/** The next line of a cell begins no lower than so many heights below the one before, and not far from where that began. */
const NEXT = 1;
const INDENT = 4;

/** The last characters of a line that tell a word which goes on in the next. */
const OF_WORD = 2;

/** Lines in the order of their cells: characters that make no word with the end of the line above (项 | 日) as they make one. */
export function withWrappedWords(texts: readonly ReadText[]): ReadText[] {
  return texts.map((text, i) => {
    const before = texts[i - 1];
    if (!before || !isBelow(before, text) || !isWithin(before, text)) return text;
    const end = before.characters.slice(-OF_WORD);
    return { ...text, characters: toldByWords([...end, ...text.characters]).slice(end.length) };
  });
}

function isWithin({ box: above }: ReadText, { box }: ReadText): boolean {
  const height = above.bottom - above.top;
  return box.left >= above.left - height && box.right <= above.right + height;
}

/**
 * Lines in the order of their cells: 一 at the start of a line whose line before ends in a figure is the hyphen behind it
 * (12 | -质量指标).
 */
export function withWrappedDashes(texts: readonly ReadText[]): ReadText[] {
  return texts.map((text, i) => {
    const before = texts[i - 1];
    const [first, ...rest] = text.characters;
    if (!before || !first || rest.length === 0) return text;
    if (!isDigit(before.characters.at(-1)?.code) || !goesOn(before, text)) return text;
    return { ...text, characters: [behindFigure(first), ...rest] };
  });
}

function goesOn(before: ReadText, text: ReadText): boolean {
  const height = before.box.bottom - before.box.top;
  return isBelow(before, text) && Math.abs(text.box.left - before.box.left) <= INDENT * height;
}

function isBelow({ box: above }: ReadText, { box }: ReadText): boolean {
  const height = above.bottom - above.top;
  return box.top >= above.top + height / 2 && box.top - above.bottom <= NEXT * height;
}
