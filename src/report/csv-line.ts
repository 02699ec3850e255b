/** What must stand in quotes: the comma, the quotation mark, and line breaks of every kind. */
const QUOTED = /[",\r\n]/;

/**
 * One record of RFC 4180, ended by CRLF. A line break in a value is quoted even where it is not that of the record: readers
 * take a bare LF or CR for the end of the record too.
 */
export function csvLine(values: readonly (string | number | null)[]): string {
  let line = '';
  for (let n = 0; n < values.length; n++) line += n === 0 ? field(values[n]) : `,${field(values[n])}`;
  return `${line}\r\n`;
}

function field(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  return mustBeQuoted(value) ? quoted(value) : value;
}

export const mustBeQuoted = (text: string): boolean => QUOTED.test(text);
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
