import { csvLine } from '../csv-line.js';
import type { Column, Row } from '../row.js';

/** Rows as CSV for programs (RFC 4180, UTF-8 without BOM, English names): every value as it is, blanks for null. */
export function* plainCsv(rows: Iterable<Row>, columns: readonly Column[]): Generator<string> {
  yield csvLine(columns.map(({ name }) => name));
  for (const row of rows) yield csvLine(columns.map(({ name }) => row[name] ?? null));
}
