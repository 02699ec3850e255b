import Big from 'big.js';
import type { Operator, Target, TargetKind } from './target.js';

/** How an actual value stands to its target. */
export interface Achievement {
  kind: 'met' | 'missed' | 'not-comparable';
  /**
   * By how much of the target the actual is better than asked for (above ≥, below ≤), 0.3 = 30 %; 0 where it is met exactly or
   * missed, null where the target is zero or no figure.
   */
  beyond: number | null;
}

const APART: Achievement = { kind: 'not-comparable', beyond: null };
const FIGURES: readonly TargetKind[] = ['number', 'percent', 'money', 'price', 'frequency', 'duration'];
/** Less of it is better where no sign says otherwise. */
const COSTS: readonly TargetKind[] = ['money', 'price'];

/**
 * Whether the actual value (实际完成值) meets its target. Figures count in the same measure only; a target without a sign is met
 * by its own figure, a cost also by less, and by nothing else can it be told, for nothing says which way is better.
 */
export function achievementOf(target: Target, actual: Target): Achievement {
  if (target.kind === 'level') return levelAchievement(target, actual);
  const done = figureOf(actual);
  if (done === null) return APART;
  if (target.kind === 'range') return rangeAchievement(target, actual, done);
  const asked = figureOf(target);
  if (asked === null || !isSameMeasure(target, actual)) return APART;
  const operator = target.operator ?? (COSTS.includes(target.kind) ? '<=' : '=');
  if (operator === '=' || operator === '≈') return done.eq(asked) ? { kind: 'met', beyond: 0 } : APART;
  if (!meets(done, operator, asked)) return { kind: 'missed', beyond: 0 };
  return { kind: 'met', beyond: asked.eq(0) ? null : done.minus(asked).abs().div(asked.abs()).toNumber() };
}

function meets(done: Big, operator: Exclude<Operator, '=' | '≈'>, asked: Big): boolean {
  switch (operator) {
    case '>=':
      return done.gte(asked);
    case '<=':
      return done.lte(asked);
    case '>':
      return done.gt(asked);
    case '<':
      return done.lt(asked);
  }
}

function rangeAchievement(target: Target, actual: Target, done: Big): Achievement {
  if (target.quantity === null || target.upper === undefined || !isSameMeasure(target, actual)) return APART;
  const isWithin = done.gte(target.quantity) && done.lte(target.upper);
  return { kind: isWithin ? 'met' : 'missed', beyond: 0 };
}

function levelAchievement(target: Target, actual: Target): Achievement {
  if (actual.kind !== 'level' || target.scale !== actual.scale) return APART;
  if (target.rank === undefined || actual.rank === undefined) return APART;
  return { kind: actual.rank <= target.rank ? 'met' : 'missed', beyond: null };
}

/** The figure of a single value: none of a text that says more. */
function figureOf({ kind, quantity, flags = [] }: Target): Big | null {
  if (!FIGURES.includes(kind) || quantity === null) return null;
  return flags.includes('words-besides') || flags.includes('operators-disagree') ? null : new Big(quantity);
}

const isSameMeasure = (a: Target, b: Target): boolean => a.measure === b.measure;
