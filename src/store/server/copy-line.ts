import type { Stored } from '../ground/database.js';

/** A row in the text form of COPY (https://www.postgresql.org/docs/15/sql-copy.html): values apart by tabs, ended by a line feed. */
export const copyLine = (row: readonly (Stored | bigint)[]): string => `${row.map(copyValue).join('\t')}\n`;

function copyValue(value: Stored | bigint): string {
  if (value === null) return '\\N';
  if (typeof value === 'string')
    return SPECIAL.test(value) ? value.replace(EVERY_SPECIAL, (each) => ESCAPED[each] ?? '') : value;
  return typeof value === 'object' ? `\\\\x${value.toString('hex')}` : String(value);
}

const SPECIAL = /[\\\t\n\r]/;
const EVERY_SPECIAL = /[\\\t\n\r]/g;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
