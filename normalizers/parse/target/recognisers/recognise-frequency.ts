import { type PerReading, timesAYear } from '../../quantity/per-reader.js';
import { unitAt } from '../../quantity/unit-reader.js';
import { valueLexicon } from '../../quantity/value-lexicon.js';
import { type Clause, labelOf } from '../clause.js';
import { NO_FIGURE, type TargetReading } from '../figure.js';
import type { TargetContext } from '../target-context.js';
import { recogniseLevelClause } from './recognise-level.js';

type Period = Pick<PerReading, 'n' | 'unit' | 'perYear'>;

const { periods, events, whole } = valueLexicon.per;
const EVENTS = new Set(events);
const WHOLE_YEAR = new RegExp(`^(?:${whole.join('|')})`);
const YEAR: Period = { n: '1', unit: '年', perYear: '1' };

const persOf = (clause: Clause): PerReading[] =>
  clause.main.flatMap((token) => (token.type === 'per' ? [token.per] : []));

const isCounter = (unit: string): boolean => unitAt(unit, 0)?.kind === 'counter';

function periodOf(unit: string | undefined): Period | null {
  const period = periods.find((one) => one.unit === unit);
  return period ? { n: '1', unit: period.unit, perYear: period.perYear } : null;
}

/** The period a count is per: 每月 before it, /月 in its unit, or 全年 at the head of a count of events. */
function countedPer(measure: string, clause: Clause, context: TargetContext): Period | null {
  const before = persOf(clause).find((per) => per.perYear !== null);
  if (before) return before;
  const [counter, ...denominators] = measure.split('/');
  if (denominators.length === 1 && counter !== '人') return periodOf(denominators[0]);
  const text = context.source.text.slice(clause.start, clause.end);
  return EVENTS.has(measure) && WHOLE_YEAR.test(text) ? YEAR : null;
}

/** Counts per period (每月3次, 1次/月, 全年50次) with the times a year. Person-time (人/年) and rates of flow (吨/日) stay numbers. */
export function asFrequency(
  reading: TargetReading,
  clause: Clause,
  context: TargetContext,
): TargetReading | null {
  const { kind, measure, quantity, upper } = reading;
  if ((kind !== 'number' && kind !== 'range') || measure === null || quantity === null) return null;
  const [counter = ''] = measure.split('/');
  const period = isCounter(counter) ? countedPer(measure, clause, context) : null;
  if (!period) return null;
  const shared = persOf(clause)
    .filter((per) => per.perYear === null)
    .map((per) => per.unit);
  const most = upper === undefined ? null : timesAYear(upper, period);
  return {
    ...reading,
    kind: kind === 'range' ? 'range' : 'frequency',
    quantity: timesAYear(quantity, period),
    ...(most === null ? {} : { upper: most }),
    measure: [counter, ...shared, '年'].join('/'),
    per: { n: period.n, unit: period.unit },
  };
}

/** 每人每月300元 → 元/人/月; 每村1名 → 人/村. */
export function withDenominators(reading: TargetReading, clause: Clause): TargetReading {
  const pers = persOf(clause);
  const { kind, measure } = reading;
  if (pers.length === 0 || measure === null || kind === 'percent' || kind === 'ratio') return reading;
  const units = pers.map((per) => (per.n === '1' ? per.unit : `${per.n}${per.unit}`));
  const joined = [...new Set([...measure.split('/'), ...units])].join('/');
  return { ...reading, kind: kind === 'money' ? 'price' : kind, measure: joined };
}

/** A frequency without a count: 每月召开政府常务会议. */
export function recogniseUncounted(clause: Clause, { source }: TargetContext): TargetReading | null {
  const [per, second] = persOf(clause);
  if (!per || per.perYear === null || second || clause.main[0]?.type !== 'per') return null;
  const words = clause.main.filter((token) => token.type !== 'per');
  const label = labelOf(words, source);
  if (label === '' || recogniseLevelClause(label)) return null;
  return {
    ...NO_FIGURE,
    kind: 'frequency',
    operator: '>=',
    per: { n: per.n, unit: per.unit },
    label,
    flags: ['count-not-printed'],
  };
}
