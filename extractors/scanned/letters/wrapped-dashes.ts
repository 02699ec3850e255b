import { isDigit } from './match-ink.js';
import { behindFigure } from './tell-dashes.js';
import type { ReadText } from './text-reader.js';

/** The next line of a cell begins no lower than so many heights below the one before, and not far from where that began. */
const NEXT = 1;
const INDENT = 4;

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

function goesOn({ box: above }: ReadText, { box }: ReadText): boolean {
  const height = above.bottom - above.top;
  const isBelow = box.top >= above.top + height / 2 && box.top - above.bottom <= NEXT * height;
  return isBelow && Math.abs(box.left - above.left) <= INDENT * height;
}
