import type Big from 'big.js';
import { type Amount, amountValue } from './calculation-tokens.js';
import type { Expression, Factor } from './expression.js';
import { combine, type Dimension, dimensionOf, NO_DIMENSION } from './unit-algebra.js';

/** The exact value of an expression with its unit. */
export interface Evaluation {
  value: Big;
  dimension: Dimension;
  /** Factors without any unit, which may be money. */
  unitless: number;
}

/** Base unit of an amount with its denominators; a lone 万 or 亿 in a calculation is money. '' where none is printed. */
export function amountUnit({ unit, pers }: Amount): string {
  if (!unit) return '';
  const numerator = unit.unit ?? '元';
  const isPrice = numerator === '元';
  return [numerator, ...unit.per, ...(isPrice ? pers : [])].join('/');
}

function evaluateAmount(amount: Amount): Evaluation {
  const unit = amountUnit(amount);
  const isShare = unit === '%';
  return {
    value: isShare ? amountValue(amount).div(100) : amountValue(amount),
    dimension: isShare ? NO_DIMENSION : dimensionOf(unit),
    unitless: unit === '' ? 1 : 0,
  };
}

function evaluateFactor({ expression, unit }: Factor): Evaluation | null {
  const inner = evaluate(expression);
  if (!inner || unit === undefined) return inner;
  return { ...inner, dimension: combine(inner.dimension, dimensionOf(unit), 1), unitless: 0 };
}

const sameUnits = (left: Dimension, right: Dimension): boolean =>
  left.size === right.size && [...left].every(([unit, exponent]) => right.get(unit) === exponent);

/** No budget multiplies more things than this; it bounds the work on hostile input. */
const MAX_FACTORS = 12;

/** Exact value; null for a division by zero or one that does not end (100/3), and for endless products. */
export function evaluate(expression: Expression): Evaluation | null {
  if (expression.type === 'amount') return evaluateAmount(expression.amount);
  if (expression.type === 'product' && expression.factors.length > MAX_FACTORS) return null;
  const parts =
    expression.type === 'sum'
      ? expression.terms.map((term) => ({ evaluation: evaluate(term), divides: false }))
      : expression.factors.map((factor) => ({ evaluation: evaluateFactor(factor), divides: factor.divides }));
  let total: Evaluation | null = null;
  for (const { evaluation, divides } of parts) {
    if (!evaluation) return null;
    if (total === null) total = evaluation;
    else total = expression.type === 'sum' ? add(total, evaluation) : multiply(total, evaluation, divides);
    if (total === null) return null;
  }
  return total;
}

/** Money adds up whatever counters stand beside it: 3人*2000元 + 500元. */
function add(left: Evaluation, right: Evaluation): Evaluation {
  const dimension =
    sameUnits(left.dimension, right.dimension) || left.dimension.size > 0 ? left.dimension : right.dimension;
  return {
    value: left.value.plus(right.value),
    dimension,
    unitless: Math.min(left.unitless, right.unitless),
  };
}

function multiply(left: Evaluation, right: Evaluation, divides: boolean): Evaluation | null {
  const dimension = combine(left.dimension, right.dimension, divides ? -1 : 1);
  const unitless = left.unitless + right.unitless;
  if (!divides) return { value: left.value.times(right.value), dimension, unitless };
  if (right.value.eq(0)) return null;
  const value = left.value.div(right.value);
  return value.times(right.value).eq(left.value) ? { value, dimension, unitless } : null;
}
