/** Objects as a JSON array in pieces to be written one after the other; rows of a view have its column names as keys. */
export function* renderJson(rows: Iterable<object>): Generator<string> {
  let first = true;
  for (const row of rows) {
    yield `${first ? '[\n' : ',\n'}${JSON.stringify(row)}`;
    first = false;
  }
  yield first ? '[]\n' : '\n]\n';
}

/** One JSON object a line, in pieces to be written one after the other. */
export function* renderJsonLines(rows: Iterable<object>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}
