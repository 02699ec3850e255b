import { LevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import type { TextLine } from '../layout/text-lines.js';

/** A text without spaces, and whether it was read from a picture. */
export interface PlainText {
  text: string;
  recognized: boolean;
}

/** Of the characters of a text that was read twice so many may differ. */
const MOST = 0.5;

export const plainText = (text: string, lines: readonly TextLine[]): PlainText => ({
  text: text.replaceAll(/\s/g, ''),
  recognized: lines.some(({ recognized }) => recognized !== undefined),
});

/**
 * How many characters differ where the same may be printed twice; infinite where it is not: only what was read from pictures
 * differs, and figures never do.
 */
export function misread(one: PlainText, other: PlainText): number {
  if (one.text === other.text) return 0;
  if (!one.recognized || !other.recognized || figuresOf(one) !== figuresOf(other))
    return Number.POSITIVE_INFINITY;
  const count = LevenshteinDistance(one.text, other.text);
  return count <= MOST * Math.max(one.text.length, other.text.length) ? count : Number.POSITIVE_INFINITY;
}

const figuresOf = ({ text }: PlainText): string => text.replaceAll(/\D/g, ' ').trim();
