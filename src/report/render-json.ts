import type { Row } from './row.js';

/** Rows as a JSON array of objects with the view's column names, in pieces to be written one after the other. */
export function* renderJson(rows: Iterable<Row>): Generator<string> {
  let first = true;
  for (const row of rows) {
    yield `${first ? '[\n' : ',\n'}${JSON.stringify(row)}`;
    first = false;
  }
  yield first ? '[]\n' : '\n]\n';
}
