import type { NamedLetter } from '../model/named-letter.js';
import type { Column, Row, Value } from './row.js';

/** The letter of what an id in this column of a row names; undefined where the column holds no ids. */
export const letterIn = (row: Row, { names }: Column): NamedLetter | undefined =>
  typeof names === 'function' ? names(row) : names;

/**
 * The value of a row in this column as people get it in a file: an id as the name that `explain`, `assign` and addresses take
 * (`i6715412345678901`), the same in every file and store.
 */
export function namedValue(row: Row, column: Column): Value {
  const value = row[column.name] ?? null;
  const letter = typeof value === 'number' ? letterIn(row, column) : undefined;
  return letter === undefined ? value : `${letter}${value}`;
}
