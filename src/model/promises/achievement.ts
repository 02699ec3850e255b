import Big from 'big.js';
import * as z from 'zod';
import { loadData } from '../load-data.js';
import { boundsOf, FIGURES } from './bounds-of.js';
import { dayOf } from './day-of.js';
import { type PrintedTarget, plainTarget, type TargetOf } from './printed-target.js';

const WORDS = loadData(
  'values/achievement.json',
  z.strictObject({ met: z.array(z.string()), missed: z.array(z.string()), nearly: z.array(z.string()) }),
);

/** An actual value this much better than asked for: was the target too low? */
const FAR_BEYOND = 0.3;

/** How an actual value stands to its target. */
export interface Achievement {
  kind: 'met' | 'missed' | 'not-comparable';
  /**
   * By how much of the target the actual is better than asked for (above ≥, below ≤), 0.3 = 30 %; 0 where it is met exactly or
   * missed, null where the target is zero or no figure.
   */
  beyond: number | null;
  /** What is printed leaves no other reading. Findings rest on these alone; the others are what it most likely means. */
  isSure: boolean;
}

const APART: Achievement = { kind: 'not-comparable', beyond: null, isSure: true };

/**
 * Whether an actual value (实际完成值) meets its target: figures of one measure, days of a year, places on one scale, the words of the
 * form (达成预期指标), the target's own words. The one place where met and missed are told; anything else is not comparable.
 *
 * Sure are figures in the same measure beside a printed sign, a cost without one, or an equal figure; a target without a sign is
 * likely a least one (a most one under names such as 投诉率), and a figure without a measure likely has its target's.
 * @param of what the target is the target of
 */
export function achievementOf(target: PrintedTarget, actual: PrintedTarget, of: TargetOf): Achievement {
  return (
    byScale(target, actual) ??
    byFigures(target, actual, of) ??
    byDays(target, actual) ??
    byWords(actual) ??
    (isSameText(target, actual) ? { kind: 'met', beyond: null, isSure: true } : APART)
  );
}

/** Whether a target was exceeded so far that it may have been too low. */
export const isFarBeyond = ({ kind, beyond }: Achievement): boolean =>
  kind === 'met' && beyond !== null && beyond > FAR_BEYOND;

function byFigures(target: PrintedTarget, actual: PrintedTarget, of: TargetOf): Achievement | null {
  const bounds = boundsOf(target, of);
  if (bounds === null || actual.quantity === null) return null;
  const [asked, said] = [target.measure ?? null, actual.measure ?? null];
  if (asked !== said && asked !== null && said !== null) return null;
  const done = new Big(actual.quantity);
  const { least, most, direction, isOpen } = bounds;
  const bound = direction === 'down' ? most : least;
  const isPlain = [target, actual].every(isPlainFigure) && asked === said && actual.kind !== 'range';
  const isEqual = target.kind !== 'range' && bound?.eq(done) === true && !isOpen;
  const isSure = isPlain && (bounds.isSure || isEqual);
  const isMissed =
    (least !== null && (isOpen ? done.lte(least) : done.lt(least))) ||
    (most !== null && (isOpen ? done.gte(most) : done.gt(most)));
  if (isMissed) return { kind: 'missed', beyond: 0, isSure };
  if (direction === null || bound === null) return { kind: 'met', beyond: 0, isSure };
  const beyond = bound.eq(0) ? null : done.minus(bound).abs().div(bound.abs()).toNumber();
  return { kind: 'met', beyond, isSure };
}

/** The figure of a single value: none of a text that says more. */
const isPlainFigure = ({ kind, flags = [] }: PrintedTarget): boolean =>
  FIGURES.includes(kind) && !flags.includes('words-besides') && !flags.includes('operators-disagree');

function byScale(target: PrintedTarget, actual: PrintedTarget): Achievement | null {
  if (target.kind !== 'level' || actual.kind !== 'level' || target.scale !== actual.scale) return null;
  if (target.rank === undefined || actual.rank === undefined) return null;
  return { kind: actual.rank <= target.rank ? 'met' : 'missed', beyond: null, isSure: true };
}

/** A day of the year against a deadline. */
function byDays(target: PrintedTarget, actual: PrintedTarget): Achievement | null {
  if (target.kind !== 'deadline') return null;
  const [due, done] = [dayOf(target.text ?? ''), dayOf(actual.text ?? '')];
  if (due === null || done === null || (due.year !== null && done.year !== null && due.year !== done.year)) {
    return null;
  }
  const isSure = due.isOnly && done.isOnly && target.flags?.includes('recurring') !== true;
  return { kind: done.day <= due.day ? 'met' : 'missed', beyond: null, isSure };
}

function byWords({ text }: PrintedTarget): Achievement | null {
  const plain = plainTarget(text);
  const isOf = (words: readonly string[]): boolean => words.some((word) => plain.startsWith(word));
  if (isOf(WORDS.missed)) return { kind: 'missed', beyond: null, isSure: true };
  if (isOf(WORDS.nearly)) return { kind: 'missed', beyond: null, isSure: false };
  return WORDS.met.includes(plain) ? { kind: 'met', beyond: null, isSure: true } : null;
}

const isSameText = (target: PrintedTarget, actual: PrintedTarget): boolean => {
  const plain = plainTarget(actual.text);
  return plain !== '' && plain === plainTarget(target.text);
};
