import { csvLine } from '../csv-line.js';
import type { Value } from '../row.js';

/** Characters written at a time: a piece for every line would cost more than the line. */
const PIECE = 64 * 1024;

/** A CSV file while its rows come. */
export interface PlainCsv {
  /** @returns what is to be written now; '' while it is little */
  add(rows: readonly (readonly Value[])[]): string;
  /** What waits still. */
  rest(): string;
}

/**
 * Rows as CSV for programs (RFC 4180, UTF-8 without BOM, English names): every value as it is, blanks for null.
 * @param names of the columns, in the order of the values
 */
export function plainCsv(names: readonly string[]): PlainCsv {
  let waiting = csvLine(names);
  const rest = (): string => {
    const ready = waiting;
    waiting = '';
    return ready;
  };
  return {
    add(rows) {
      for (const row of rows) waiting += csvLine(row);
      return waiting.length < PIECE ? '' : rest();
    },
    rest,
  };
}
