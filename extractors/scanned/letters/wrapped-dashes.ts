import { isDigit, UNSURE } from './match-ink.js';
import type { ReadText } from './text-reader.js';

const ONE = 0x4e00;
const HYPHEN = 0x2d;
/** The next line of a cell begins no lower than so many heights below the one before, and not far from where that began. */
const NEXT = 1;
const INDENT = 4;

/**
 * Lines in the order of their cells: 一 at the start of a line whose line before ends in a figure is the hyphen behind it
 * (12 | -质量指标), as 一 does not follow a figure; unsure.
 */
export function withWrappedDashes(texts: readonly ReadText[]): ReadText[] {
  return texts.map((text, i) => {
    const before = texts[i - 1];
    const [first, ...rest] = text.characters;
    if (!before || first?.code !== ONE || rest.length === 0) return text;
    if (!isDigit(before.characters.at(-1)?.code) || !goesOn(before, text)) return text;
    const hyphen = { ...first, code: HYPHEN, confidence: Math.min(first.confidence, UNSURE) };
    return { ...text, characters: [hyphen, ...rest] };
  });
}

function goesOn({ box: above }: ReadText, { box }: ReadText): boolean {
  const height = above.bottom - above.top;
  const isBelow = box.top >= above.top + height / 2 && box.top - above.bottom <= NEXT * height;
  return isBelow && Math.abs(box.left - above.left) <= INDENT * height;
}
