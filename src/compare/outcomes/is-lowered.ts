import { SETTINGS } from '../similar-settings.js';
import { boundsOf, type Promised } from './read-target.js';

/** Whether the next target asks for much less than was reached, in the direction of its operator. */
export function isLowered(
  reached: { actualQuantity: number | null; actualMeasure: string | null },
  next: Promised,
): boolean {
  const { actualQuantity: actual, actualMeasure } = reached;
  const bounds = boundsOf(next);
  if (bounds === null || actual === null || actual <= 0 || actualMeasure !== next.measure) return false;
  const { direction, least, most } = bounds;
  if (direction === 'up') return least !== null && least < actual * (1 - SETTINGS.lowered);
  return direction === 'down' && most !== null && most > actual * (1 + SETTINGS.lowered);
}
