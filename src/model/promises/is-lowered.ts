import Big from 'big.js';
import { boundsOf, FIGURES } from './bounds-of.js';
import type { PrintedTarget, TargetOf } from './printed-target.js';

/** A next target weaker than the actual value by more than this share lowers the bar. */
const MUCH = 0.2;

/**
 * Whether the next target asks for much less than was reached, in its own direction.
 * @returns 'surely' where both are plain figures of one kind and measure and the direction is printed
 */
export function isLowered(
  actual: PrintedTarget,
  next: PrintedTarget,
  of: TargetOf,
): 'surely' | 'likely' | 'no' {
  const bounds = boundsOf(next, of);
  if (bounds?.direction == null || actual.quantity === null || actual.measure !== next.measure) return 'no';
  const reached = new Big(actual.quantity);
  if (reached.lte(0)) return 'no';
  const { direction, least, most } = bounds;
  const isWeaker =
    direction === 'up'
      ? least?.lt(reached.times(1 - MUCH)) === true
      : most?.gt(reached.times(1 + MUCH)) === true;
  if (!isWeaker) return 'no';
  const isPrinted = next.operator !== null && /[<>]/.test(next.operator);
  return isPrinted && actual.kind === next.kind && FIGURES.includes(next.kind) ? 'surely' : 'likely';
}
