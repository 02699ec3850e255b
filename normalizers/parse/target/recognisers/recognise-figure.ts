import { type OperatorReading, operatorAt } from '../../quantity/operator-reader.js';
import { namedPer } from '../../quantity/per-reader.js';
import type { Quantity } from '../../quantity/quantity-reader.js';
import { readWholeUnit } from '../../quantity/unit-reader.js';
import { type Clause, labelOf } from '../clause.js';
import { figureReading, NO_FIGURE, type TargetReading } from '../figure.js';
import type { TargetContext } from '../target-context.js';
import type { TargetToken } from '../tokens.js';
import { asFrequency, withDenominators } from './recognise-frequency.js';
import { asChain, asRange } from './recognise-range.js';

type QuantityToken = Extract<TargetToken, { type: 'quantity' }>;

/** What may stand between two figures of a list: 100%/95%, 2期100人. */
const JOINT = /^[/+和及或与]$/;
const LEADING = /[不至控]/;
const MISPLACED_OPERATOR = /[≥≤<>±→]/;

const isQuantity = (token: TargetToken): token is QuantityToken => token.type === 'quantity';

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

/** 不低于总数的30%: the operator stands at the head of the clause, apart from its figure. */
function leadingOperator(
  words: readonly TargetToken[],
  clause: Clause,
  text: string,
): OperatorReading | null {
  const [head] = words;
  if (head?.type !== 'words' || head.start !== clause.start || !LEADING.test(text.charAt(head.start)))
    return null;
  const found = operatorAt(text, head.start);
  return found && found.end <= head.end ? found : null;
}

function single(token: QuantityToken, clause: Clause, context: TargetContext): TargetReading {
  const { text } = context.source;
  const quantity = withUnitBefore(token, clause, context);
  const isShare = quantity.unit?.kind === 'percent' || quantity.unit?.kind === 'points';
  const beside = clause.main.filter((other) => other !== token && (isShare || other.type !== 'per'));
  const leading = quantity.operator === null ? leadingOperator(beside, clause, text) : null;
  const words = leading
    ? beside.map((one) => (one === beside[0] ? { ...one, start: leading.end } : one))
    : beside;
  const label = labelOf(words, context.source);
  const operator = leading?.operator ?? quantity.operator;
  const reading = figureReading({ ...quantity, operator }, label, context);
  if (MISPLACED_OPERATOR.test(label)) {
    return { ...reading, operator: null, flags: [...(reading.flags ?? []), 'operator-misplaced'] };
  }
  return asFrequency(reading, clause, context) ?? withDenominators(reading, clause);
}

/** 3年1次: a length of time right before a count of events is what the count is per. */
function countPerTime(
  first: QuantityToken,
  second: QuantityToken,
  clause: Clause,
  context: TargetContext,
): TargetReading | null {
  const { unit, figure, operator } = first.quantity;
  if (unit?.kind !== 'time' || operator !== null || first.end !== second.start || unit.unit === null)
    return null;
  const per = namedPer(first.start, first.end, figure, unit.unit);
  const token: TargetToken = { type: 'per', start: first.start, end: first.end, per };
  const reading = figureReading(second.quantity, '', context);
  return asFrequency(reading, { ...clause, main: [token, second] }, context);
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
  const joined =
    chosen.length === 2
      ? (pair(first, second, context) ?? countPerTime(first, second, clause, context))
      : null;
  if (joined) return joined;
  const readings = chosen.map(({ quantity, start, end }) => ({
    ...figureReading(quantity, '', context),
    raw: context.source.printed(start, end),
  }));
  const adjacent = chosen.every((token, index) => {
    const before = chosen[index - 1];
    const joint = before && context.source.text.slice(before.end, token.start);
    return joint === undefined || joint === '' || (JOINT.test(joint) && token.quantity.unit !== null);
  });
  return adjacent
    ? { ...NO_FIGURE, kind: 'multi', parts: readings }
    : { ...NO_FIGURE, kind: 'text', embedded: readings };
}
