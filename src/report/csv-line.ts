import { stringify } from 'csv-stringify/sync';

/**
 * One record of RFC 4180, ended by CRLF. A line break in a value is quoted even where it is not that of the record: readers
 * take a bare LF or CR for the end of the record too.
 */
export const csvLine = (values: readonly unknown[]): string =>
  stringify([values], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
