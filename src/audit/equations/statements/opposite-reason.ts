import type { Direction } from '../../../model/statement.js';

/** The reason a sentence names straight after a printed difference, where it is of the opposite direction (减少的主要原因). */
export function oppositeReason(
  sentence: string,
  printed: string,
  direction: Exclude<Direction, 'same'>,
): string | null {
  const after = reasonAfter(sentence, printed);
  return (after && OPPOSITE_REASON[direction].exec(after)?.[1]) || null;
}

/** What follows the amount where the sentence prints it once. */
function reasonAfter(sentence: string, printed: string): string | null {
  const parts = sentence.replace(/\s+/g, '').split(printed.replace(/\s+/g, ''));
  return parts.length === 2 ? (parts[1] ?? null) : null;
}

/** The reason named straight after the amount, its rate between them at most. */
const OPPOSITE_REASON = {
  up: /^(?:万|亿)?元?(?:[(（][^)）]{1,12}[)）])?[，,。；;]((?:减少|下降|降低)的?(?:主要)?原因)/,
  down: /^(?:万|亿)?元?(?:[(（][^)）]{1,12}[)）])?[，,。；;]((?:增加|增长|上升)的?(?:主要)?原因)/,
};
