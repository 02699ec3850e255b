import type Big from 'big.js';
import { type AmountToken, amountValue } from './calculation-tokens.js';
import type { Addend, Expression, Factor } from './expression.js';
import { combine, moneyPower, NO_DIMENSION, type UnitDimension, unitDimension } from './unit-algebra.js';

/** The exact value of an expression with its unit. */
export interface Evaluation {
  value: Big;
  dimension: UnitDimension;
  /** Factors without any unit, which may be money. */
  unitless: number;
}

/** Base unit of an amount with its denominators; a lone 万 or 亿 in a calculation is money. '' where none is printed. */
export function amountUnit({ unit, pers }: AmountToken): string {
  if (!unit) return '';
  const numerator = unit.unit ?? '元';
  const isPrice = numerator === '元';
  return [numerator, ...unit.per, ...(isPrice ? pers : [])].join('/');
}

function evaluateAmount(amount: AmountToken): Evaluation {
  const unit = amountUnit(amount);
  const isShare = unit === '%';
  return {
    value: isShare ? amountValue(amount).div(100) : amountValue(amount),
    dimension: isShare ? NO_DIMENSION : unitDimension(unit),
    unitless: unit === '' ? 1 : 0,
  };
}

function evaluateFactor({ expression, unit }: Factor): Evaluation | null {
  const inner = evaluate(expression);
  if (!inner || unit === undefined) return inner;
  return { ...inner, dimension: combine(inner.dimension, unitDimension(unit), 1), unitless: 0 };
}

/** No budget multiplies more things than this; it bounds the work on hostile input. */
const MAX_FACTORS = 12;

/** Exact value; null for a division by zero or one that does not end (100/3), for endless products, and for money plus things. */
export function evaluate(expression: Expression): Evaluation | null {
  if (expression.type === 'amount') return evaluateAmount(expression.amount);
  return expression.type === 'sum' ? evaluateSum(expression.terms) : evaluateProduct(expression.factors);
}

function evaluateSum(terms: readonly Addend[]): Evaluation | null {
  let total: Evaluation | null = null;
  for (const { expression, subtracts } of terms) {
    const evaluation = evaluate(expression);
    const signed =
      evaluation && subtracts ? { ...evaluation, value: evaluation.value.times(-1) } : evaluation;
    total = signed && total ? add(total, signed) : total ? null : signed;
    if (!total) return null;
  }
  return total;
}

function evaluateProduct(factors: readonly Factor[]): Evaluation | null {
  if (factors.length > MAX_FACTORS) return null;
  let total: Evaluation | null = null;
  for (const factor of factors) {
    const evaluation = evaluateFactor(factor);
    total = evaluation && total ? multiply(total, evaluation, factor.divides) : total ? null : evaluation;
    if (!total) return null;
  }
  return total;
}

const isBare = ({ dimension, unitless }: Evaluation): boolean => dimension.size === 0 && unitless > 0;

/** Money adds to money whatever counters stand beside it (3人*2000元 + 500元); a figure without unit takes the other's. */
function add(left: Evaluation, right: Evaluation): Evaluation | null {
  const value = left.value.plus(right.value);
  if (isBare(left)) return { ...right, value };
  if (isBare(right) || moneyPower(left.dimension) === moneyPower(right.dimension)) return { ...left, value };
  return null;
}

function multiply(left: Evaluation, right: Evaluation, divides: boolean): Evaluation | null {
  const dimension = combine(left.dimension, right.dimension, divides ? -1 : 1);
  const unitless = left.unitless + right.unitless;
  if (!divides) return { value: left.value.times(right.value), dimension, unitless };
  if (right.value.eq(0)) return null;
  const value = left.value.div(right.value);
  return value.times(right.value).eq(left.value) ? { value, dimension, unitless } : null;
}
