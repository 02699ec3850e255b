import { csvLine } from '../csv-line.js';
import type { Value } from '../row.js';

/** Characters written at a time: a piece for every line would cost more than the line. */
const PIECE = 64 * 1024;

/**
 * Rows as CSV for programs (RFC 4180, UTF-8 without BOM, English names): every value as it is, blanks for null.
 * @param blocks rows, values in the order of the names
 */
export async function* plainCsv(
  blocks: AsyncIterable<readonly (readonly Value[])[]>,
  names: readonly string[],
): AsyncGenerator<string> {
  let waiting = csvLine(names);
  for await (const block of blocks) {
    for (const row of block) waiting += csvLine(row);
    if (waiting.length < PIECE) continue;
    yield waiting;
    waiting = '';
  }
  yield waiting;
}
