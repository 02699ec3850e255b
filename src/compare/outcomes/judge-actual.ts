import { z } from 'zod';
import type { ActualJudgement, CycleIndicator } from '../../model/cycle.js';
import { loadData } from '../../model/load-data.js';
import { SETTINGS } from '../similar-settings.js';
import { boundsOf, dayOf, type Promised, plainTarget } from './read-target.js';

const WORDS = loadData(
  'similar/achievement-words.json',
  z.strictObject({ met: z.array(z.string()), missed: z.array(z.string()) }),
);

type Reported = Pick<CycleIndicator, 'actual' | 'actualKind' | 'actualQuantity' | 'actualMeasure'>;

/** Differences below this are of the float, not of the figures. */
const TINY = 1e-9;

/**
 * An actual value against a target: figures of one measure, days of a year, the same words, or the words of the form (达成预期指标).
 * Anything else is not comparable.
 * @returns null where no actual value is reported
 */
export function judgeActual(target: Promised, reported: Reported): ActualJudgement | null {
  const { actual } = reported;
  if (actual === null || actual.trim() === '' || /^[-—/\\无]+$/.test(actual.trim())) return null;
  return (
    byFigures(target, reported) ??
    byDays(target, actual) ??
    byWords(actual) ??
    (plainTarget(target.target) === plainTarget(actual) ? 'met' : 'not-comparable')
  );
}

function byFigures(target: Promised, { actualQuantity, actualMeasure }: Reported): ActualJudgement | null {
  const bounds = boundsOf(target);
  if (bounds === null || actualQuantity === null) return null;
  const isOneMeasure = actualMeasure === target.measure || actualMeasure === null || target.measure === null;
  if (!isOneMeasure) return null;
  const { least, most, direction, isOpen } = bounds;
  const isBelow = least !== null && (isOpen ? actualQuantity <= least + TINY : actualQuantity < least - TINY);
  const isAbove = most !== null && (isOpen ? actualQuantity >= most - TINY : actualQuantity > most + TINY);
  if (isBelow || isAbove) return 'missed';
  const far = SETTINGS.farBeyond;
  if (direction === 'up' && least !== null && least > 0 && actualQuantity > least * (1 + far) + TINY)
    return 'exceeded';
  if (direction === 'down' && most !== null && most > 0 && actualQuantity < most * (1 - far) - TINY)
    return 'exceeded';
  return 'met';
}

/** A day of the year against a deadline. */
function byDays(target: Promised, actual: string): ActualJudgement | null {
  if (target.kind !== 'deadline') return null;
  const [due, done] = [dayOf(target.target ?? ''), dayOf(actual)];
  if (due === null || done === null || (due.year !== null && done.year !== null && due.year !== done.year)) {
    return null;
  }
  return done.day <= due.day ? 'met' : 'missed';
}

function byWords(actual: string): ActualJudgement | null {
  const plain = plainTarget(actual);
  if (WORDS.missed.some((word) => plain.startsWith(word))) return 'missed';
  return WORDS.met.includes(plain) ? 'met' : null;
}
