import type { Rows } from './row.js';

/** One JSON object a line, in pieces to be written one after the other. */
export async function* renderJsonLines(rows: Rows<object>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
