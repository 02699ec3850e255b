import { csvLine } from '../csv-line.js';
import { Utf8Text } from '../utf8-text.js';
import { BLANK, type ColumnGroup, endOf } from './column-group.js';

const [COMMA, CR, LF] = [0x2c, 0x0d, 0x0a];

/** Bytes that are passed on together. */
const PIECE = 256 * 1024;

/** The first line of a CSV file for programs: the names of the columns. */
export const plainCsvHead = (columns: readonly { name: string }[]): Uint8Array =>
  Buffer.from(csvLine(columns.map(({ name }) => name)));

/**
 * A group of rows as lines of CSV for programs (RFC 4180, UTF-8 without BOM): every value as it is, blanks for null.
 * @returns pieces to be written one after the other; each is overwritten when the next is asked for
 */
export function* plainCsvLines({ columns, count }: ColumnGroup): Generator<Uint8Array> {
  const text = new Utf8Text(2 * PIECE);
  for (let row = 0; row < count; row++) {
    addLine(text, columns, row);
    if (text.length < PIECE && row < count - 1) continue;
    yield text.bytes.subarray(0, text.length);
    text.length = 0;
  }
}

function addLine(text: Utf8Text, columns: ColumnGroup['columns'], row: number): void {
  for (let c = 0; c < columns.length; c++) {
    const column = columns[c] as (typeof columns)[number];
    if (c > 0) text.addByte(COMMA);
    if (column.type !== 'text') {
      const value = column.values[row] as number;
      if (!Number.isNaN(value)) text.addNumber(value);
      continue;
    }
    const number = column.numbers[row] as number;
    if (number === BLANK) continue;
    const { page, starts, inQuotes } = column.texts;
    const standsThere = inQuotes.size > 0 ? inQuotes.get(number) : undefined;
    if (standsThere) text.addBytes(standsThere);
    else text.addBytes(page, starts[number], endOf(column.texts, number));
  }
  text.addByte(CR);
  text.addByte(LF);
}
