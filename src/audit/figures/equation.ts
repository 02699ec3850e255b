import type { Project } from '../../model/disclosure.js';
import {
  fail,
  notApplicable,
  notEvaluated,
  pass,
  review,
  type Silence,
  type Verdict,
} from '../verdicts/verdict.js';
import { type Figure, fenOf, isEmpty } from './figure.js';
import { showFen, showFigure, showSum } from './format.js';
import { compareSum, type IntervalComparison } from './intervals.js';

/** A statement of the form "this printed amount is the sum of those". */
export interface Equation {
  /** Names the place within the subject, without figures. */
  field: string;
  project: Project | null;
  total: Figure;
  parts: Figure[];
  /** Other sets of parts the structure of the form allows as well (without subtotals, without 其中 items). */
  alternatives: Figure[][];
  /** Why the parts may not be what they seem; makes a difference a review. */
  doubts: string[];
}

/** Where an equation would stand, but a side of it is missing. */
export type EquationOrReason = Equation | Silence;

export const isEquation = (candidate: EquationOrReason): candidate is Equation => 'parts' in candidate;

/** Message templates of every rule that judges equations. */
export const SUM_MESSAGES = {
  differs: '“{label}”印为{reported}，{whole}为{computed}（{formula}），相差{difference}，待核实。',
  rounding: '“{label}”印为{reported}，{whole}为{computed}（{formula}），相差{difference}，四舍五入可以解释。',
  coarse:
    '“{label}”印为{reported}，{whole}为{computed}（{formula}），相差{difference}；按同表小数位数不能解释，按各数自身位数可以解释，待核实。',
  ambiguous:
    '“{label}”印为{reported}，{whole}为{computed}（{formula}），相差{difference}；若其中含小计或“其中”项，则两者相符，待核实。',
};

/** T1 on one equation. A difference within the rounding intervals is a note to review, never an error. */
export function judgeEquation(equation: EquationOrReason): Verdict {
  if (!isEquation(equation)) return equation;
  const obstacle = obstacleOf(equation);
  if (obstacle) return obstacle;
  const comparison = compareSum(equation.total, equation.parts);
  if (!comparison) return notEvaluated('金额未能判定');
  if (comparison.agreement === 'equal') return pass;
  const finding = findingOf(equation, comparison);
  if (comparison.agreement === 'rounding') return review({ ...finding, severity: 'note' });
  if (equation.alternatives.some((parts) => meets(equation.total, parts))) {
    return review({ ...finding, message: 'ambiguous', severity: 'note' });
  }
  return comparison.agreement === 'coarse' ? review(finding) : fail(finding);
}

const meets = (total: Figure, parts: Figure[]): boolean => {
  const agreement = compareSum(total, parts)?.agreement;
  return agreement === 'equal' || agreement === 'rounding';
};

/** Why the sides cannot be compared; null when they can. */
export function obstacleOf({ total, parts }: Equation): Silence | null {
  if (isEmpty(total.money)) return notApplicable('总额未填');
  if (parts.length === 0) return notApplicable('没有分项');
  if (parts.every((part) => isEmpty(part.money))) return notApplicable('各分项均未填');
  for (const { money } of [total, ...parts]) {
    if (money.state === 'secret') return notApplicable('含涉密金额');
    if (money.state === 'placeholder') return notApplicable('金额为占位文字');
    if (money.state === 'unresolved') return notEvaluated('金额单位未能判定');
  }
  return null;
}

function findingOf({ field, project, total, parts, doubts }: Equation, comparison: IntervalComparison) {
  const { reportedFen, computedFen, differenceFen, slackFen, agreement } = comparison;
  const unit = total.money.unit ?? '万元';
  const computed = showFen(computedFen, unit);
  const formula = showSum(total, parts);
  return {
    field,
    project,
    message: agreement,
    parameters: {
      label: total.label,
      reported: showFigure(total),
      whole: wholeOf(parts),
      computed,
      formula,
      difference: showFen(Math.abs(differenceFen), unit),
    },
    reported: showFigure(total),
    expected: computed,
    differenceFen,
    totalFen: reportedFen,
    toleranceFen: slackFen,
    formula,
    operands: [total, ...parts],
    doubts,
  };
}

const wholeOf = ([first, ...others]: Figure[]): string =>
  first && others.length === 0 ? `“${first.label}”` : '所列各项相加';

/** The parts without rows that are the sum of the rows right behind them, where there are such rows. */
export function withoutSubtotals(parts: Figure[]): Figure[][] {
  const rest = parts.filter(
    (part, index) => !/^(小计|合计|总计)/.test(part.label) && !isRunningSubtotal(parts, index),
  );
  return rest.length < parts.length && rest.length > 0 ? [rest] : [];
}

/** Whether two or more rows right behind this one add up to it. */
function isRunningSubtotal(parts: Figure[], index: number): boolean {
  const subtotal = fenOf(parts[index] ?? null);
  if (!subtotal) return false;
  let sum = 0;
  for (let next = index + 1; next < parts.length && sum < subtotal; next++) {
    sum += fenOf(parts[next] ?? null) ?? 0;
    if (sum === subtotal && next > index + 1) return true;
  }
  return false;
}
