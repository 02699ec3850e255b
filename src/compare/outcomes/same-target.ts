import { DiceCoefficient } from 'natural/lib/natural/distance/index.js';
import { lettersAndDigits } from '../bigrams.js';
import { boundsOf, dayOf, type Promised, plainTarget } from './read-target.js';

/** Words less alike than this are another target. */
const SAME_WORDS = 0.3;

/**
 * Whether a report repeats the target that was promised. Only what surely is another target is one: another figure of one measure,
 * the opposite sign, another day, or words with little in common. A blank target repeats nothing, and changes nothing.
 */
export function isSameTarget(promised: Promised, repeated: Promised): boolean {
  if (promised.target === null || repeated.target === null) return true;
  if (plainTarget(promised.target) === plainTarget(repeated.target)) return true;
  const [a, b] = [boundsOf(promised), boundsOf(repeated)];
  if (a && b) {
    const isOneMeasure =
      promised.measure === repeated.measure || promised.measure === null || repeated.measure === null;
    if (!isOneMeasure) return promised.quantity === repeated.quantity || promised.value === repeated.value;
    const isOpposed = promised.operator !== null && repeated.operator !== null && a.direction !== b.direction;
    const areRanges = promised.kind === 'range' && repeated.kind === 'range';
    return promised.quantity === repeated.quantity && !isOpposed && (!areRanges || a.most === b.most);
  }
  if (promised.kind === 'deadline' && repeated.kind === 'deadline') {
    const [due, said] = [dayOf(promised.target), dayOf(repeated.target)];
    return due === null || said === null || due.day === said.day;
  }
  if (![promised, repeated].every(({ kind }) => kind === 'text' || kind === 'level')) return true;
  const [left, right] = [lettersAndDigits(promised.target), lettersAndDigits(repeated.target)];
  if (left.includes(right) || right.includes(left)) return true;
  return DiceCoefficient(left, right) >= SAME_WORDS;
}
