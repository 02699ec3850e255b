import { csvLine } from './csv-line.js';
import type { Column, Row, Rows, Value } from './row.js';
import { toldValue } from './told-value.js';

/** A spreadsheet runs what begins so; a sign before a plain number is harmless. */
const FORMULA = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?%?$/;
/** A spreadsheet would drop the leading zero, or keep 15 digits only. */
const LOOKS_LIKE_NUMBER_BUT_IS_A_CODE = /^(0\d+|\d{12,})$/;

/**
 * Rows as CSV for people: UTF-8 with BOM, CRLF lines, Chinese headers and words (`headers: 'en'`: names of columns, and codes), text that a
 * spreadsheet would run as a formula made harmless by a leading `'`. With Chinese headers, codes of digits that a spreadsheet would
 * turn into another number end in a tab, which makes them text; with `en`, for programs, they stay exact. Numbers, ids
 * among them, never have a tab: tables are joined by them.
 */
export async function* renderCsv(
  rows: Rows,
  columns: readonly Column[],
  headers: 'zh' | 'en' = 'zh',
): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(columns.map(({ name, title }) => (headers === 'en' ? name : title)))}`;
  const shown = (row: Row, column: Column): Value =>
    headers === 'en' ? (row[column.name] ?? null) : toldValue(row, column);
  for await (const row of rows) yield csvLine(columns.map((column) => guard(shown(row, column), headers)));
}

function guard(value: Value, headers: 'zh' | 'en'): Value {
  if (typeof value !== 'string') return value;
  if (headers === 'zh' && LOOKS_LIKE_NUMBER_BUT_IS_A_CODE.test(value)) return `${value}\t`;
  return FORMULA.test(value) && !PLAIN_NUMBER.test(value) ? `'${value}` : value;
}
