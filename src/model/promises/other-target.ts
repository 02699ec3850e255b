import Big from 'big.js';
import type { Operator } from '../target.js';
import { boundsOf, FIGURES } from './bounds-of.js';
import { dayOf } from './day-of.js';
import { type PrintedTarget, plainTarget, type TargetOf } from './printed-target.js';

/** A target as repeated against the target promised. */
export interface Repetition {
  isOther: boolean;
  /** Figures of one kind and measure are what differs. */
  isSure: boolean;
}

const SAME: Repetition = { isOther: false, isSure: true };

/**
 * Whether a report repeats another target than the one that was promised: another figure of one measure, the opposite sign, another
 * day, or words with little in common. A blank target repeats nothing, and changes nothing.
 * @param areAlikeWords whether two texts without figures may say the same
 */
export function otherTarget(
  promised: PrintedTarget,
  repeated: PrintedTarget,
  of: TargetOf,
  areAlikeWords: (a: string, b: string) => boolean,
): Repetition {
  if (promised.text === null || repeated.text === null) return SAME;
  if (plainTarget(promised.text) === plainTarget(repeated.text)) return SAME;
  const [a, b] = [boundsOf(promised, of), boundsOf(repeated, of)];
  if (a && b) {
    const areRanges = promised.kind === 'range' && repeated.kind === 'range';
    return byFigures(promised, repeated, areRanges && a.most?.toFixed() !== b.most?.toFixed());
  }
  if (promised.kind === 'deadline' && repeated.kind === 'deadline') {
    const [due, said] = [dayOf(promised.text), dayOf(repeated.text)];
    return { isOther: due !== null && said !== null && due.day !== said.day, isSure: false };
  }
  if (![promised, repeated].every(({ kind }) => kind === 'text' || kind === 'level')) return SAME;
  return { isOther: !areAlikeWords(promised.text, repeated.text), isSure: false };
}

function byFigures(promised: PrintedTarget, repeated: PrintedTarget, endsElsewhere: boolean): Repetition {
  const isSameFigure = new Big(promised.quantity ?? 0).eq(repeated.quantity ?? 0);
  const isOneMeasure =
    promised.measure === repeated.measure || promised.measure === null || repeated.measure === null;
  if (!isOneMeasure) return { isOther: !isSameFigure && promised.value !== repeated.value, isSure: false };
  const [before, after] = [signOf(promised.operator), signOf(repeated.operator)];
  const isOpposed = before !== null && after !== null && before !== after;
  return {
    isOther: !isSameFigure || isOpposed || endsElsewhere,
    isSure:
      promised.kind === repeated.kind &&
      promised.measure === repeated.measure &&
      FIGURES.includes(promised.kind),
  };
}

const signOf = (operator: Operator | null): '>' | '<' | null =>
  operator === null ? null : operator.startsWith('>') ? '>' : operator.startsWith('<') ? '<' : null;
