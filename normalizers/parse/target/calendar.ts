/** A day; the year is null where none is printed (12月底). */
export interface CalendarDay {
  year: number | null;
  month: number;
  day: number;
}

/** First and last day, both included. */
export interface DaySpan {
  from: CalendarDay;
  to: CalendarDay;
}

/** A February without a year has 28 days. */
const daysIn = (year: number | null, month: number): number =>
  new Date(Date.UTC(year ?? 2023, month, 0)).getUTCDate();

/** Days of one month; the last is cut to the month's length. Null for a month or day that does not exist. */
export function daySpan(year: number | null, month: number, first: number, last: number): DaySpan | null {
  if (month < 1 || month > 12 || first < 1 || first > 31 || first > last) return null;
  const from = { year, month, day: first };
  return { from, to: { year, month, day: Math.min(last, daysIn(year, month)) } };
}

/** Whole months of one year. */
export function monthSpan(year: number | null, first: number, last: number): DaySpan | null {
  if (first < 1 || last > 12 || first > last) return null;
  return { from: { year, month: first, day: 1 }, to: { year, month: last, day: daysIn(year, last) } };
}

/** Whole years. */
export function yearSpan(first: number, last: number): DaySpan | null {
  if (first > last) return null;
  return { from: { year: first, month: 1, day: 1 }, to: { year: last, month: 12, day: 31 } };
}

const two = (figure: number): string => String(figure).padStart(2, '0');

/** `2023-12-31`; without a year `--12-31` (ISO 8601). */
export const isoDate = ({ year, month, day }: CalendarDay): string =>
  `${year ?? '-'}-${two(month)}-${two(day)}`;
