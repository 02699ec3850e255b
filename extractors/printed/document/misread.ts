import { LevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import type { TextLine } from '../layout/text-lines.js';

/** A text without spaces, and whether it was read from a picture. */
export interface SpacelessText {
  text: string;
  recognized: boolean;
}

/** Of the characters of a text that was read twice so many may differ. */
const MOST = 0.5;

export const spacelessText = (text: string, lines: readonly TextLine[]): SpacelessText => ({
  text: text.replaceAll(/\s/g, ''),
  recognized: lines.some(({ recognized }) => recognized !== undefined),
});

/**
 * How many characters differ where the same may be printed twice; infinite where it is not: only what was read from pictures
 * differs, and figures never do.
 */
export function misread(one: SpacelessText, other: SpacelessText): number {
  if (one.text === other.text) return 0;
  if (!one.recognized || !other.recognized || figuresOf(one) !== figuresOf(other))
    return Number.POSITIVE_INFINITY;
  const count = LevenshteinDistance(one.text, other.text);
  return count <= MOST * Math.max(one.text.length, other.text.length) ? count : Number.POSITIVE_INFINITY;
}

const figuresOf = ({ text }: SpacelessText): string => text.replaceAll(/\D/g, ' ').trim();
