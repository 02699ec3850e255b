/** One JSON object a line, in pieces to be written one after the other. */
export function* renderJsonLines(rows: Iterable<object>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}
