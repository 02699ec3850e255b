import { oncePerText } from '../once-per-text.js';

/** A text without white space and punctuation, and where each of its characters stood. */
export interface PlainPassage {
  plain: string;
  /** Index in the printed text, for each character of `plain`. */
  offsets: readonly number[];
}

/** Full and half width are made one. */
export const plainPassage = oncePerText((text): PlainPassage => {
  let plain = '';
  const offsets: number[] = [];
  let at = 0;
  for (const char of text) {
    for (const sign of char.normalize('NFKC')) {
      if (/[\s\p{P}]/u.test(sign)) continue;
      plain += sign;
      for (let unit = 0; unit < sign.length; unit++) offsets.push(at);
    }
    at += char.length;
  }
  return { plain, offsets };
});

/** The printed text from one character of the plain text to another (exclusive). */
export const printedSpan = (text: string, { offsets }: PlainPassage, [start, end]: Span): string =>
  text.slice(offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1);

/** First character and the one behind the last, in a plain text. */
export type Span = [start: number, end: number];
