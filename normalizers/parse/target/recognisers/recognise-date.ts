import type { Operator } from '../../../../src/model/target.js';
import { operatorsBefore } from '../../quantity/quantity-reader.js';
import { valueLexicon } from '../../quantity/value-lexicon.js';
import { type Clause, labelOf } from '../clause.js';
import { type DateReading, type DayOfYear, isoDate } from '../date-reader.js';
import type { TargetReading } from '../figure.js';
import { mentions, type TargetContext } from '../target-context.js';

const DASH = /^(?:-{1,2}|~|至|到|起至|开始至)$/;
const ONE_MONTH = /^(\d{1,2})月$/;
const { durationWords } = valueLexicon.phrases;

const inYear = (date: DayOfYear, year: number | null): string =>
  isoDate({ ...date, year: date.year ?? year });

const monthsOf = ({ from, to }: DateReading): number =>
  to.month - from.month + ((to.year ?? 0) - (from.year ?? 0)) * 12;

/** 12月 under a name that asks for a length of time (服务期限), or as a lower bound, is twelve months, not December. */
function asMonths(
  printed: string,
  operator: Operator | null,
  label: string,
  context: TargetContext,
): TargetReading | null {
  const months = ONE_MONTH.exec(printed)?.[1];
  if (months === undefined) return null;
  const isLength = operator === '>=' || operator === '>' || mentions(context.name, durationWords);
  if (!isLength) return null;
  return {
    kind: 'duration',
    operator: operator ?? '=',
    value: months,
    unit: '月',
    quantity: months,
    measure: '月',
    unitFrom: context.unitInColumn ? 'column' : 'cell',
    ...(label === '' ? {} : { label }),
  };
}

/** A date (by when) or a span of dates (when) in a clause without figures. */
export function recogniseDate(clause: Clause, context: TargetContext): TargetReading | null {
  const { source, year } = context;
  const dates = clause.main.flatMap((token) => (token.type === 'date' ? [token.date] : []));
  const [first, second] = dates;
  if (!first || dates.length > 2 || clause.main.some((token) => token.type === 'quantity')) return null;
  const last = second ?? first;
  if (second && !DASH.test(source.text.slice(first.end, second.start))) return null;
  const before = operatorsBefore(source.text, clause.start, first.start);
  const operator =
    before.found.find((one) => one !== '=') ?? (first.limit ? '<=' : (before.found[0] ?? null));
  const words = clause.main.filter((token) => token.end <= before.start || token.start >= last.end);
  const headEnd = clause.main.find(
    (token) => token.type === 'words' && token.end > before.start && token.start < before.start,
  );
  const label = labelOf(
    headEnd ? [{ ...headEnd, end: before.start }, ...words.filter((token) => token !== headEnd)] : words,
    source,
  );
  const printed = source.printed(first.start, last.end);
  if (!/\d/.test(printed) && before.start > clause.start) return null;
  const duration = second ? null : asMonths(printed, operator, label, context);
  if (duration) return duration;
  const isSpan = second !== undefined || (!first.limit && operator !== '<=' && monthsOf(first) > 0);
  const base = {
    operator,
    value: printed,
    unit: null,
    quantity: null,
    measure: null,
    ...(label === '' ? {} : { label }),
  };
  if (first.recurring) return { ...base, kind: 'deadline', flags: ['recurring'] };
  const to = inYear(last.to, first.from.year ?? year);
  if (!isSpan) return { ...base, kind: 'deadline', to };
  const from = inYear(first.from.year === null ? { ...first.from, year: last.to.year } : first.from, year);
  return { ...base, kind: 'period', from, to };
}
