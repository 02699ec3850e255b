import type { Quantity } from '../../quantity/quantity-reader.js';
import { readWholeUnit } from '../../quantity/unit-reader.js';
import { type Clause, labelOf } from '../clause.js';
import { figureReading, NO_FIGURE, type TargetReading } from '../figure.js';
import type { TargetContext } from '../target-context.js';
import type { Token } from '../tokens.js';
import { asFrequency, withDenominators } from './recognise-frequency.js';
import { asChain, asRange } from './recognise-range.js';

type QuantityToken = Extract<Token, { type: 'quantity' }>;

const MISPLACED_OPERATOR = /[≥≤<>±→]/;

const isQuantity = (token: Token): token is QuantityToken => token.type === 'quantity';

/** 宣传活动（次）≥5: the unit stands in brackets before the figure. */
function withUnitBefore({ quantity }: QuantityToken, clause: Clause, context: TargetContext): Quantity {
  if (quantity.unit) return quantity;
  for (const tokens of clause.brackets) {
    const [first] = tokens;
    const end = tokens.at(-1)?.end ?? 0;
    const unit =
      first && end <= quantity.start ? readWholeUnit(context.source.text.slice(first.start, end)) : null;
    if (unit?.unit && first) return { ...quantity, unit: { ...unit, start: first.start, end } };
  }
  return quantity;
}

function single(token: QuantityToken, clause: Clause, context: TargetContext): TargetReading {
  const quantity = withUnitBefore(token, clause, context);
  const isShare = quantity.unit?.kind === 'percent' || quantity.unit?.kind === 'points';
  const beside = clause.main.filter((other) => other !== token && (isShare || other.type !== 'per'));
  const label = labelOf(beside, context.source);
  const reading = figureReading(quantity, label, context);
  if (MISPLACED_OPERATOR.test(label)) {
    return { ...reading, operator: null, flags: [...(reading.flags ?? []), 'operator-misplaced'] };
  }
  return asFrequency(reading, clause, context) ?? withDenominators(reading, clause);
}

function pair(first: QuantityToken, second: QuantityToken, context: TargetContext): TargetReading | null {
  const [one, two] = [first, second].map(({ quantity }) => figureReading(quantity, '', context));
  if (!one || !two) return null;
  return asRange(one, two) ?? asChain(one, context.source.text.slice(first.end, second.start), two);
}

/** The figures of one clause: one of them, two bounds, or figures that stand right beside each other (2期100人). */
export function recogniseFigure(clause: Clause, context: TargetContext): TargetReading | null {
  const tokens = clause.main.filter(isQuantity);
  const inDigits = tokens.filter((token) => !token.quantity.chinese);
  const chosen = inDigits.length > 0 ? inDigits : tokens;
  const [first, second] = chosen;
  if (!first) return null;
  if (!second) return single(first, clause, context);
  const range = chosen.length === 2 ? pair(first, second, context) : null;
  if (range) return range;
  const readings = chosen.map(({ quantity, start, end }) => ({
    ...figureReading(quantity, '', context),
    raw: context.source.printed(start, end),
  }));
  const adjacent = chosen.every((token, index) => index === 0 || chosen[index - 1]?.end === token.start);
  return adjacent
    ? { ...NO_FIGURE, kind: 'multi', parts: readings }
    : { ...NO_FIGURE, kind: 'text', embedded: readings };
}
