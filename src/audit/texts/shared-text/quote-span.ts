import { plainPassage, printedSpan, type Span } from './plain-passage.js';

const MOST_SHOWN = 60;

/** A stretch of a text as it is printed, without white space; a long one is cut. */
export function quoteSpan(text: string, span: Span): string {
  const printed = printedSpan(text, plainPassage(text), span).replace(/\s+/g, '');
  return printed.length > MOST_SHOWN ? `${printed.slice(0, MOST_SHOWN)}…` : printed;
}

/** `第12—48字`: where the stretch stands, counted in the printed text. */
export function placeOfSpan(text: string, [start, end]: Span): string {
  const { offsets } = plainPassage(text);
  return `第${(offsets[start] ?? 0) + 1}—${(offsets[end - 1] ?? 0) + 1}字`;
}

export const showScore = (score: number): string => `${Math.round(score * 100)}%`;
