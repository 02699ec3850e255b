const DAY = 86_400_000;
/** Days from 30 December 1899 to 1 January 1970. */
const DAYS_BEFORE_1970 = 25_569;
const DAYS_BEFORE_1904 = 1462;
/** 29 February 1900, which Excel counts and which never was. */
const LEAP_DAY = 61;
const MOMENT = /^(\d+)-(\d+)-(\d+)(?:[T ](\d+):(\d+)(?::(\d+)(\.\d+)?)?)?Z?$/;

/** A date as ISO 8601 writes it (cells of the type `d`), as the number Excel counts it by; undefined for what is none. */
export function dateSerial(written: string, is1904: boolean): number | undefined {
  const parts = MOMENT.exec(written)?.slice(1);
  if (!parts) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, fraction = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  const days =
    Date.UTC(year, month - 1, day, hour, minute, second, Math.floor(1000 * fraction)) / DAY +
    DAYS_BEFORE_1970;
  if (is1904) return days - DAYS_BEFORE_1904;
  return days < LEAP_DAY ? days - 1 : days;
}
