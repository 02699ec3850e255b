import { DiceCoefficient } from 'natural/lib/natural/distance/index.js';
import type { CycleIndicator } from '../../model/cycle.js';
import { otherTarget } from '../../model/promises/other-target.js';
import { lettersAndDigits } from '../bigrams.js';
import { targetOf } from './printed.js';

/** Words less alike than this are another target. */
const SAME_WORDS = 0.3;

/** Whether a report repeats the target that was promised: it does, unless what it repeats is another one. */
export const isSameTarget = (promised: CycleIndicator, repeated: CycleIndicator): boolean =>
  !otherTarget(targetOf(promised), targetOf(repeated), promised, areAlike).isOther;

function areAlike(a: string, b: string): boolean {
  const [left, right] = [lettersAndDigits(a), lettersAndDigits(b)];
  return left.includes(right) || right.includes(left) || DiceCoefficient(left, right) >= SAME_WORDS;
}
