export interface CalendarDate {
  year: number;
  month: number;
  day: number;
  /** 0 Sunday … 6 Saturday. */
  weekday: number;
}

/** 31 December 9999. */
const LAST_DAY = 2_958_465;
/** Days from 31 December 1899 to 1 January 1904. */
const DAYS_TO_1904 = 1462;
/** Excel, as Lotus 1-2-3 before it, counts 29 February 1900, which there never was. */
const LEAP_DAY = 60;

/**
 * The day of a serial number (ECMA-376 part 1, 18.17.4.1): 1 is 1 January 1900, or 0 is 1 January 1904; 0 of the first system
 * is shown as 0 January 1900. Undefined before and after what Excel shows as dates.
 */
export function calendarDate(serial: number, is1904: boolean): CalendarDate | undefined {
  const days = serial + (is1904 ? DAYS_TO_1904 : 0);
  if (serial < 0 || days > LAST_DAY) return undefined;
  const weekday = (days + 6) % 7;
  if (days === 0) return { year: 1900, month: 1, day: 0, weekday };
  if (days === LEAP_DAY) return { year: 1900, month: 2, day: 29, weekday };
  const date = new Date(Date.UTC(1899, 11, 31 + (days > LEAP_DAY ? days - 1 : days)));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday };
}
