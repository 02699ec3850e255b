import { oncePerText } from './once-per-text.js';
import { plainText } from './plain-text.js';

/** Signs (punctuation left out) that have to come again; shorter ones are set phrases. */
const SHORTEST = 30;

/** The longest stretch a text prints twice, without its punctuation; empty where there is none. */
export const repeatedStretch = oncePerText((text): string => {
  const plain = plainText(text);
  if (plain.length < 2 * SHORTEST) return '';
  const seen = new Map<string, number>();
  let longest = '';
  for (let at = 0; at + SHORTEST <= plain.length; at += 1) {
    const piece = plain.slice(at, at + SHORTEST);
    const before = seen.get(piece);
    if (before === undefined) seen.set(piece, at);
    else if (before + SHORTEST <= at) {
      const stretch = stretchAt(plain, before, at);
      if (stretch.length > longest.length) longest = stretch;
      at += stretch.length - SHORTEST;
    }
  }
  return longest;
});

/** As far as both places agree, without running into each other. */
function stretchAt(text: string, first: number, second: number): string {
  let length = 0;
  while (
    first + length < second &&
    second + length < text.length &&
    text[first + length] === text[second + length]
  )
    length += 1;
  return text.slice(first, first + length);
}
