import Big from 'big.js';
import { type PerReading, timesAYear } from '../../quantity/per-reader.js';
import { valueLexicon } from '../../quantity/value-lexicon.js';
import { type Clause, labelOf } from '../clause.js';
import { figureReading, type TargetReading } from '../figure.js';
import type { TargetContext } from '../target-context.js';
import type { Token } from '../tokens.js';

type QuantityToken = Extract<Token, { type: 'quantity' }>;

const EVENTS = new Set(valueLexicon.per.events);
const WHOLE_YEAR = new RegExp(`^(?:${valueLexicon.per.whole.join('|')})`);
const YEAR: Pick<PerReading, 'n' | 'unit' | 'perYear'> = { n: '1', unit: '年', perYear: '1' };

const isQuantity = (token: Token): token is QuantityToken => token.type === 'quantity';

function wholeYear(clause: Clause, context: TargetContext, measure: string | null) {
  const words = context.source.text.slice(clause.start, clause.end);
  return measure !== null && EVENTS.has(measure) && WHOLE_YEAR.test(words) ? YEAR : null;
}

function periodOf(unit: string): Pick<PerReading, 'n' | 'unit' | 'perYear'> | null {
  const period = valueLexicon.per.periods.find((one) => one.unit === unit);
  return period ? { n: '1', unit, perYear: period.perYear } : null;
}

/** Counts per period (每月3次, 1次/月, 全年50次), with the times a year. Person-time (人/年) stays a number. */
function asFrequency(reading: TargetReading, clause: Clause, context: TargetContext): TargetReading | null {
  const { measure, value } = reading;
  if (reading.kind !== 'number' || measure === null || value === null || reading.quantity === null)
    return null;
  const pers = clause.main.flatMap((token) => (token.type === 'per' ? [token.per] : []));
  const [counter = '', ...denominators] = measure.split('/');
  const printedPeriod =
    denominators.length === 1 && counter !== '人' ? periodOf(denominators[0] ?? '') : null;
  const period =
    pers.find((per) => per.perYear !== null) ?? printedPeriod ?? wholeYear(clause, context, measure);
  if (!period) return null;
  const counters = pers.filter((per) => per.perYear === null).map((per) => per.unit);
  const quantity = timesAYear(reading.quantity, period);
  return {
    ...reading,
    kind: 'frequency',
    quantity,
    measure: [counter, ...counters, '年'].join('/'),
    per: { n: period.n, unit: period.unit },
  };
}

/** 每人每月300元 → 元/人/月; 每村1名 → 人/村. */
function withDenominators(reading: TargetReading, clause: Clause): TargetReading {
  const pers = clause.main.flatMap((token) => (token.type === 'per' ? [token.per] : []));
  if (pers.length === 0 || reading.measure === null || reading.kind === 'percent' || reading.kind === 'ratio')
    return reading;
  const units = pers.map((per) => (per.n === '1' ? per.unit : `${per.n}${per.unit}`));
  const measure = [...new Set([...reading.measure.split('/'), ...units])].join('/');
  return { ...reading, kind: reading.kind === 'money' ? 'price' : reading.kind, measure };
}

function single(token: QuantityToken, clause: Clause, context: TargetContext): TargetReading {
  const isShare = token.quantity.unit?.kind === 'percent' || token.quantity.unit?.kind === 'points';
  const beside = clause.main.filter((other) => other !== token && (isShare || other.type !== 'per'));
  const reading = figureReading(token.quantity, labelOf(beside, context.source), context);
  return asFrequency(reading, clause, context) ?? withDenominators(reading, clause);
}

const LOWER = new Set(['>=', '>']);
const UPPER = new Set(['<=', '<']);

/** ≥80%且≤90%: two bounds of one figure. */
export function asRange(first: TargetReading, second: TargetReading): TargetReading | null {
  const [lower, upper] = LOWER.has(first.operator ?? '') ? [first, second] : [second, first];
  if (!LOWER.has(lower.operator ?? '') || !UPPER.has(upper.operator ?? '')) return null;
  if (lower.measure !== upper.measure || lower.quantity === null || upper.quantity === null) return null;
  if (new Big(lower.quantity).gt(upper.quantity)) return null;
  return {
    ...lower,
    kind: 'range',
    operator: '=',
    value: `${lower.value}-${upper.value}`,
    upper: upper.quantity,
  };
}

/** The figures of one clause: one of them, two bounds, or figures that stand right beside each other (2期100人). */
export function recogniseFigure(clause: Clause, context: TargetContext): TargetReading | null {
  const tokens = clause.main.filter(isQuantity);
  const printed = tokens.filter((token) => !token.quantity.chinese);
  const chosen = printed.length > 0 ? printed : tokens;
  const [first, second] = chosen;
  if (!first) return null;
  if (!second) return single(first, clause, context);
  const readings = chosen.map((token) => figureReading(token.quantity, '', context));
  const [one, two] = readings;
  const range = readings.length === 2 && one && two ? asRange(one, two) : null;
  if (range) return range;
  const adjacent = chosen.every((token, index) => index === 0 || chosen[index - 1]?.end === token.start);
  const none = { operator: null, value: null, unit: null, quantity: null, measure: null };
  return adjacent
    ? { kind: 'multi', ...none, parts: readings }
    : { kind: 'text', ...none, embedded: readings };
}

/** A frequency without a count: 每月召开政府常务会议. */
export function recogniseUncounted(clause: Clause, context: TargetContext): TargetReading | null {
  const pers = clause.main.flatMap((token) =>
    token.type === 'per' && token.per.perYear !== null ? [token.per] : [],
  );
  const [per] = pers;
  if (!per || pers.length > 1 || clause.main[0]?.type !== 'per') return null;
  const label = labelOf(
    clause.main.filter((token) => token.type !== 'per'),
    context.source,
  );
  if (label === '') return null;
  return {
    kind: 'frequency',
    operator: '>=',
    value: null,
    unit: null,
    quantity: null,
    measure: null,
    per: { n: per.n, unit: per.unit },
    label,
    flags: ['count-not-printed'],
  };
}
