import type { Row, Value } from '../row.js';
import { BLANK, type ColumnGroup, endOf, type NumberColumn, type TextColumn } from './column-group.js';

/** Rows that are made at a time. */
const BLOCK = 1_000;

/** The first rows of a group as objects, some at a time. @param most of them */
export function* rowsOfGroup({ columns, count }: ColumnGroup, most: number): Generator<Row[]> {
  const end = Math.min(count, most);
  const readers = columns.map((column) => ({ name: column.name, valueAt: valueReader(column) }));
  // Rows begin as copies of one: an object that gets its properties one by one takes several times as long.
  const blank: Row = Object.fromEntries(columns.map(({ name }) => [name, null]));
  for (let start = 0; start < end; start += BLOCK) {
    const rows = Array.from({ length: Math.min(BLOCK, end - start) }, () => ({ ...blank }));
    for (const { name, valueAt } of readers) {
      for (const [n, row] of rows.entries()) row[name] = valueAt(start + n);
    }
    yield rows;
  }
}

function valueReader(column: TextColumn | NumberColumn): (row: number) => Value {
  if (column.type !== 'text') {
    const { values } = column;
    return (row) => {
      const value = values[row] as number;
      return Number.isNaN(value) ? null : value;
    };
  }
  const { texts, numbers } = column;
  const page = Buffer.from(texts.page.buffer, texts.page.byteOffset, texts.page.length);
  const decoded: string[] = [];
  const textOf = (number: number): string => {
    const text = page.toString('utf8', texts.starts[number], endOf(texts, number));
    decoded[number] = text;
    return text;
  };
  return (row) => {
    const number = numbers[row] as number;
    return number === BLANK ? null : (decoded[number] ?? textOf(number));
  };
}
