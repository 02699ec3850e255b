import { csvLine } from '../csv-line.js';
import type { Column, Rows } from '../row.js';

/** Characters written at a time: a piece for every line would cost more than the line. */
const PIECE = 64 * 1024;

/** Rows as CSV for programs (RFC 4180, UTF-8 without BOM, English names): every value as it is, blanks for null. */
export async function* plainCsv(rows: Rows, columns: readonly Column[]): AsyncGenerator<string> {
  const names = columns.map(({ name }) => name);
  let waiting = csvLine(names);
  for await (const row of rows) {
    waiting += csvLine(names.map((name) => row[name] ?? null));
    if (waiting.length < PIECE) continue;
    yield waiting;
    waiting = '';
  }
  yield waiting;
}
