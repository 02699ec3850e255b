import { csvLine } from '../csv-line.js';
import { Utf8Text } from '../utf8-text.js';
import { BLANK, type ColumnGroup } from './column-group.js';

const [COMMA, CR, LF] = [0x2c, 0x0d, 0x0a];

/** Bytes that are passed on together. */
const PIECE = 256 * 1024;

/** A CSV file while its rows come. */
export interface PlainCsv {
  /** Adds the last rows of the group. @returns what is to be written now; null while it is little */
  add(rows: number): Uint8Array | null;
  /** What waits still. */
  rest(): Uint8Array;
}

/**
 * Rows as CSV for programs (RFC 4180, UTF-8 without BOM, English names): every value as it is, blanks for null.
 * @param group what rows are added to first
 */
export function plainCsv(group: ColumnGroup): PlainCsv {
  const { columns } = group;
  const text = new Utf8Text(2 * PIECE);
  text.add(csvLine(columns.map(({ name }) => name)));
  return {
    add(rows) {
      for (let row = group.count - rows; row < group.count; row++) addLine(row);
      return text.length < PIECE ? null : text.take();
    },
    rest: () => text.take(),
  };

  function addLine(row: number): void {
    for (let c = 0; c < columns.length; c++) {
      const column = columns[c] as (typeof columns)[number];
      if (c > 0) text.addByte(COMMA);
      if (column.type !== 'text') {
        const value = column.values[row] ?? null;
        if (value !== null) text.addNumber(value);
        continue;
      }
      const number = column.numbers[row] as number;
      if (number === BLANK) continue;
      const { dictionary } = column;
      const inQuotes = dictionary.inQuotes.size > 0 ? dictionary.inQuotes.get(number) : undefined;
      if (inQuotes) text.addBytes(inQuotes);
      else text.addBytes(dictionary.page.bytes, dictionary.starts[number], dictionary.endOf(number));
    }
    text.addByte(CR);
    text.addByte(LF);
  }
}
