import { csvLine } from '../csv-line.js';
import type { Column, Rows } from '../row.js';

/** Rows as CSV for programs (RFC 4180, UTF-8 without BOM, English names): every value as it is, blanks for null. */
export async function* plainCsv(rows: Rows, columns: readonly Column[]): AsyncGenerator<string> {
  yield csvLine(columns.map(({ name }) => name));
  for await (const row of rows) yield csvLine(columns.map(({ name }) => row[name] ?? null));
}
