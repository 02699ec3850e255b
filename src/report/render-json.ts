import type { Rows } from './row.js';

/** Objects as a JSON array in pieces to be written one after the other; rows of a view have its column names as keys. */
export async function* renderJson(rows: Rows<object>): AsyncGenerator<string> {
  let first = true;
  for await (const row of rows) {
    yield `${first ? '[\n' : ',\n'}${JSON.stringify(row)}`;
    first = false;
  }
  yield first ? '[]\n' : '\n]\n';
}

/** One JSON object a line, in pieces to be written one after the other. */
export async function* renderJsonLines(rows: Rows<object>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
