import type { ActualJudgement, CycleIndicator } from '../../model/cycle.js';
import { achievementOf, isFarBeyond } from '../../model/promises/achievement.js';
import { actualOf, targetOf } from './printed.js';

/**
 * An actual value against a target, as it most likely is meant.
 * @returns null where no actual value is reported
 */
export function judgeActual(target: CycleIndicator, reported: CycleIndicator): ActualJudgement | null {
  const { actual } = reported;
  if (actual === null || actual.trim() === '' || /^[-—/\\无]+$/.test(actual.trim())) return null;
  const achievement = achievementOf(targetOf(target), actualOf(reported), target);
  return isFarBeyond(achievement) ? 'exceeded' : achievement.kind;
}
