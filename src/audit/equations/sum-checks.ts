import { SURE } from '../../model/grid.js';
import { type Equation, isEquation, obstacleOf } from '../figures/equation.js';
import { cellNumber, isEmpty } from '../figures/figure.js';
import { compareSum } from '../figures/intervals.js';
import type { DisclosureSubject } from '../subjects/subject.js';
import type { OperandDraft } from '../verdicts/operand.js';
import type { SumCheck } from '../verdicts/read-from-picture.js';
import { allEquations } from './all.js';
import { isFullScore, weightSums } from './weight-sums.js';

/** Fewer figures that fit one another may be one and the same misreading. */
const FEWEST_PARTS = 2;

/**
 * What the sums of a disclosure say of its figures that were read from a picture, by `cellNumber`: a sum that comes out to the last
 * place bears out each of its figures; one that does not, and has a figure that is not sure, leaves open which of them is
 * misread. A figure that one sum bears out is borne out.
 */
export function sumChecks(disclosure: DisclosureSubject): Map<number, SumCheck> {
  const checks = new Map<number, SumCheck>();
  if (!isFromPicture(disclosure)) return checks;
  const sums = [...sumsOf(disclosure)].map(({ operands, fits }) => ({
    read: operands.filter(({ evidence }) => evidence.recognized !== undefined),
    fits,
  }));
  for (const { read, fits } of sums) {
    if (fits) for (const { evidence } of read) checks.set(cellNumber(evidence), 'fits');
  }
  for (const { read, fits } of sums) {
    const open = read.filter(({ evidence }) => checks.get(cellNumber(evidence)) !== 'fits');
    if (fits || open.every(({ evidence }) => (evidence.recognized ?? 1) >= SURE)) continue;
    for (const { evidence } of open) checks.set(cellNumber(evidence), 'differs');
  }
  return checks;
}

const isFromPicture = ({ disclosure: { budgets, indicators, projects } }: DisclosureSubject): boolean =>
  budgets.some(({ evidence }) => evidence.recognized !== undefined) ||
  [...indicators, ...projects].some(({ evidence }) => evidence.name?.recognized !== undefined);

interface Sum {
  operands: OperandDraft[];
  fits: boolean;
}

/** Weights that come to another full score than the usual may be a misreading of ten points: they say nothing. */
function* sumsOf(disclosure: DisclosureSubject): Generator<Sum> {
  for (const equation of allEquations(disclosure)) {
    if (isEquation(equation)) yield* sumOfEquation(equation);
  }
  for (const weights of disclosure.forms.flatMap((form) => [...weightSums(form)])) {
    const { sum, weighted, allowed } = weights;
    const isOneOfSeveral = isFullScore(weights) && !sum?.eq(allowed[0] ?? 0);
    if (sum === null || weighted.length < FEWEST_PARTS || isOneOfSeveral) continue;
    yield { operands: weighted.map(({ weightCell }) => weightCell), fits: isFullScore(weights) };
  }
}

/** Nothing for an equation that says nothing of its figures: parts that need not be all, amounts within their rounding. */
function sumOfEquation(equation: Equation): Sum[] {
  const { total, parts } = equation;
  const filled = parts.filter(({ money }) => !isEmpty(money));
  if (obstacleOf(equation) || filled.length < FEWEST_PARTS) return [];
  const agreement = compareSum(total, parts)?.agreement;
  if (agreement === undefined || (agreement !== 'equal' && (agreement !== 'differs' || equation.isLimit)))
    return [];
  return [{ operands: [total, ...filled], fits: agreement === 'equal' }];
}
