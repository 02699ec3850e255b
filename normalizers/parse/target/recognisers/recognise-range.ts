import Big from 'big.js';
import type { Operator } from '../../../../src/model/target.js';
import { readWholeUnit } from '../../quantity/unit-reader.js';
import type { TargetReading } from '../figure.js';
import type { TargetContext } from '../target-context.js';

const LOWER: ReadonlySet<Operator | null> = new Set<Operator>(['>=', '>']);
const UPPER: ReadonlySet<Operator | null> = new Set<Operator>(['<=', '<']);
const INTERVAL = /^\((\d{1,9}(?:\.\d{1,6})?)(%?)[,，](\d{1,9}(?:\.\d{1,6})?)(%?)\)$/;
const TOLERANCE = /^(\d{1,9}(?:\.\d{1,6})?)?±(\d{1,9}(?:\.\d{1,6})?)(.{0,8})$/;

/** ≥80%且≤90%: two bounds of one figure; a bound without a unit has that of the other. */
export function asRange(first: TargetReading, second: TargetReading): TargetReading | null {
  const [lower, upper] = LOWER.has(first.operator) ? [first, second] : [second, first];
  if (!LOWER.has(lower.operator) || !UPPER.has(upper.operator)) return null;
  if (lower.quantity === null || upper.quantity === null || new Big(lower.quantity).gt(upper.quantity))
    return null;
  const known = lower.measure === null ? upper : lower;
  if (upper.measure !== null && lower.measure !== null && upper.measure !== lower.measure) return null;
  return {
    ...known,
    kind: 'range',
    operator: '=',
    value: `${lower.value}-${upper.value}`,
    quantity: lower.quantity,
    upper: upper.quantity,
  };
}

/** 60≤X＜80: the sign behind the first figure makes it the lower bound of the second. */
export function asChain(first: TargetReading, between: string, second: TargetReading): TargetReading | null {
  const sign = /^[≤<]/.exec(between)?.[0];
  if (sign === undefined || first.operator !== '=') return null;
  return asRange({ ...first, operator: sign === '<' ? '>' : '>=' }, second);
}

/** [90%,100%]: an interval as in mathematics; brackets have become round by now. */
export function recogniseInterval({ source }: TargetContext): TargetReading | null {
  const groups = INTERVAL.exec(source.text);
  if (!groups) return null;
  const [, lower = '', left = '', upper = '', right = ''] = groups;
  if (left !== '' && left !== right) return null;
  const bound = (quantity: string, operator: Operator): TargetReading => ({
    kind: 'number',
    operator,
    value: quantity,
    unit: right || null,
    quantity: new Big(quantity).toFixed(),
    measure: right || null,
  });
  return asRange(bound(lower, '>='), bound(upper, '<='));
}

/** 100±5分, ±5%: a range around a figure. */
export function recogniseTolerance({ source }: TargetContext): TargetReading | null {
  const groups = TOLERANCE.exec(source.text);
  if (!groups) return null;
  const [, centre = '0', margin = '0', printed = ''] = groups;
  const unit = printed === '' ? null : readWholeUnit(printed);
  if (printed !== '' && !unit?.unit) return null;
  const factor = unit?.factor ?? new Big(1);
  return {
    kind: 'range',
    operator: '=',
    value: `${groups[1] ?? ''}±${margin}`,
    unit: printed === '' ? null : printed,
    quantity: new Big(centre).minus(margin).times(factor).toFixed(),
    upper: new Big(centre).plus(margin).times(factor).toFixed(),
    measure: unit?.unit ?? null,
    unitFrom: unit ? 'cell' : null,
  };
}
