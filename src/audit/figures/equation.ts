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
import { cellNumber, type Figure, fenOf, isEmpty } from './figure.js';
import { showFen, showFigure, showSum } from './format.js';
import { compareSum, type IntervalComparison } from './intervals.js';
import { type ListRow, leavesOf } from './subtotals.js';

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
  /** The parts are some of the total only (其中：财政拨款 alone): they may be less, not more. */
  isLimit?: boolean;
}

/** Where an equation would stand, but a side of it is missing. */
export type EquationOrReason = Equation | Silence;

export const isEquation = (candidate: EquationOrReason): candidate is Equation => 'parts' in candidate;

/** Message templates of every rule that judges equations. */
export const SUM_MESSAGES = {
  differs: '“{label}”印为{reported}，{whole}为{computed}（{formula}），相差{difference}，待核实。',
  rounding: '“{label}”印为{reported}，{whole}为{computed}（{formula}），相差{difference}，四舍五入可以解释。',
  roundings: '{count}处合计与各项之和有出入，最多相差{difference}，四舍五入都可以解释：{cases}。',
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
  if (comparison.agreement === 'equal' || staysWithin(equation, comparison)) return pass;
  const finding = findingOf(equation, comparison);
  if (comparison.agreement === 'rounding') return review({ ...finding, severity: 'note' });
  if (equation.alternatives.some((parts) => meets(equation.total, parts))) {
    return review({ ...finding, message: 'ambiguous', severity: 'note' });
  }
  return comparison.agreement === 'coarse' ? review(finding) : fail(finding);
}

/** A single part picked out of its total: whether it is larger is `part-exceeds-total`'s to say. */
export const isLonePart = (equation: EquationOrReason): boolean =>
  isEquation(equation) && equation.isLimit === true && equation.parts.length === 1;

/** Whether parts that need not be all are no more than the total. */
const staysWithin = ({ isLimit }: Equation, { differenceFen }: IntervalComparison): boolean =>
  isLimit === true && differenceFen > 0;

const meets = (total: Figure, parts: Figure[]): boolean => {
  const agreement = compareSum(total, parts)?.agreement;
  return agreement === 'equal' || agreement === 'rounding';
};

/** Why the sides cannot be compared; null when they can. */
export function obstacleOf({ total, parts }: Equation): Silence | null {
  if (isEmpty(total.money)) return notApplicable('总额未填');
  if (parts.length === 0) return notApplicable('没有分项');
  if (parts.every((part) => isEmpty(part.money))) return notApplicable('各分项均未填');
  if (sharesCell([total, ...parts])) return notEvaluated('同一单元格读作两个数');
  for (const { money } of [total, ...parts]) {
    if (money.state === 'secret') return notApplicable('含涉密金额');
    if (money.state === 'placeholder') return notApplicable('金额为占位文字');
    if (money.state === 'unresolved') return notEvaluated('金额单位未能判定');
  }
  return null;
}

/** Whether a cell that prints one figure was read as two of them. */
function sharesCell(figures: Figure[]): boolean {
  const placed = figures.filter(({ evidence }) => evidence.cell !== null);
  return !areApart(placed) && !areApart(placed.filter(({ evidence }) => !printsSeveral(evidence.quote)));
}

const areApart = (figures: Figure[]): boolean =>
  new Set(figures.map(({ evidence }) => cellNumber(evidence))).size === figures.length;

const printsSeveral = (quote: string): boolean => (quote.match(/\d[\d,，.]*/g) ?? []).length > 1;

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

/** The parts without rows that may be the sum of the rows right behind them, where there are such rows. */
export function withoutSubtotals(parts: Figure[]): Figure[][] {
  const { possible } = leavesOf(parts.map((figure) => ({ figure, printed: figure.label })));
  return possible.length < parts.length && possible.length > 0 ? [possible] : [];
}

/**
 * The sides of a list's total: all rows where they meet it, else the rows without those that name or indentation and amount
 * show to be sums; where only figures speak for sums, all rows with that alternative. Where nothing meets, the nearest.
 */
export function partsOfList(total: Figure, rows: ListRow[]): Pick<Equation, 'parts' | 'alternatives'> {
  const all = rows.map(({ figure }) => figure);
  if (meets(total, all)) return { parts: all, alternatives: [] };
  const { sure, possible } = leavesOf(rows);
  if (sure.length === 0) return { parts: all, alternatives: [] };
  const [parts = sure, ...others] = [sure, possible, all]
    .filter((some, index, sets) => sets.findIndex((other) => other.length === some.length) === index)
    .sort((a, b) => distance(total, a) - distance(total, b));
  return meets(total, sure)
    ? { parts: sure, alternatives: [] }
    : meets(total, parts)
      ? { parts: all, alternatives: [parts] }
      : { parts, alternatives: others };
}

/** How far the parts are from the total, in fen. */
const distance = (total: Figure, parts: Figure[]): number =>
  Math.abs((fenOf(total) ?? 0) - parts.reduce((sum, part) => sum + (fenOf(part) ?? 0), 0));
