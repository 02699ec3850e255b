import type { Operator, Target } from '../../../../src/model/target.js';
import { operatorsBefore } from '../../quantity/operator-reader.js';
import { valueLexicon } from '../../quantity/value-lexicon.js';
import { type CalendarDay, isoDate } from '../calendar.js';
import { type Clause, labelOf } from '../clause.js';
import type { DateReading } from '../date-reader.js';
import { NO_FIGURE, type TargetReading } from '../figure.js';
import { mentions, type TargetContext } from '../target-context.js';
import type { TargetToken } from '../tokens.js';

const DASH = /^(?:-{1,2}|~|至|到|起至|开始至)$/;
const ONE_MONTH = /^(\d{1,2})月$/;
const { durationWords, completion } = valueLexicon.phrases;
const COMPLETION = new RegExp(`^(?:${completion.join('|')})+$`);

/** What a clause prints beside its date. */
interface Surroundings {
  operator: Operator | null;
  label: string;
  printed: string;
  unitFrom: Target['unitFrom'];
}

/** 12月 under a name that asks for a length of time (服务期限), or as a lower bound, is twelve months, not December. */
function asMonths({ printed, operator, label, unitFrom }: Surroundings, name: string): TargetReading | null {
  const months = ONE_MONTH.exec(printed)?.[1];
  if (months === undefined) return null;
  if (operator !== '>=' && operator !== '>' && !mentions(name, durationWords)) return null;
  return {
    kind: 'duration',
    operator: operator ?? '=',
    value: months,
    unit: '月',
    quantity: months,
    measure: '月',
    unitFrom,
    ...(label === '' ? {} : { label }),
  };
}

const inYear = (day: CalendarDay, year: number | null): string => isoDate({ ...day, year: day.year ?? year });

/** Tokens of the clause without what lies between `start` and `end`; a token that reaches into it is cut. */
function outside(tokens: readonly TargetToken[], start: number, end: number): TargetToken[] {
  return tokens.flatMap((token) => {
    if (token.end <= start || token.start >= end) return [token];
    return token.start < start ? [{ ...token, end: start }] : [];
  });
}

function surroundings(
  clause: Clause,
  first: DateReading,
  last: DateReading,
  context: TargetContext,
): Surroundings {
  const { source } = context;
  const { start, found } = operatorsBefore(source.text, clause.start, first.start);
  return {
    operator: found.find((one) => one !== '=') ?? (last.limit ? '<=' : (found[0] ?? null)),
    label: labelOf(outside(clause.main, start, last.end), source),
    printed: source.printed(first.start, last.end),
    unitFrom: context.unitInColumn ? 'column' : 'cell',
  };
}

/** A date without figures (年内, 全年) is one only by itself or with a word of completion: 年内完成, but not 完成年内任务. */
const standsAlone = (clause: Clause, date: DateReading, text: string): boolean =>
  /\d/.test(text.slice(date.start, date.end)) ||
  (date.start === clause.start &&
    (date.limit || date.end === clause.end || COMPLETION.test(text.slice(date.end, clause.end))));

/** A date (by when) or a span of dates (when) in a clause without figures. */
export function recogniseDate(clause: Clause, context: TargetContext): TargetReading | null {
  const { text } = context.source;
  const dates = clause.main.flatMap((token) => (token.type === 'date' ? [token.date] : []));
  const [first, second] = dates;
  if (!first || dates.length > 2 || clause.main.some((token) => token.type === 'quantity')) return null;
  if (second ? !DASH.test(text.slice(first.end, second.start)) : !standsAlone(clause, first, text))
    return null;
  const last = second ?? first;
  const around = surroundings(clause, first, last, context);
  const months = second ? null : asMonths(around, context.name);
  if (months) return months;
  const { operator, label, printed } = around;
  const base = { ...NO_FIGURE, operator, value: printed, ...(label === '' ? {} : { label }) };
  const comesAgain = first.recurring || clause.main.some((token) => token.type === 'per');
  if (comesAgain) return { ...base, kind: 'deadline', flags: ['recurring'] };
  const to = inYear(last.to, first.from.year ?? context.year);
  const isSpan = second !== undefined || (first.span && !first.limit && operator !== '<=');
  if (!isSpan) return { ...base, kind: 'deadline', to };
  return { ...base, kind: 'period', from: inYear(first.from, last.to.year ?? context.year), to };
}
