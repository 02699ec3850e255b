import type { Store } from '../model/ports/store.js';
import { shortName } from '../model/row-name.js';
import { letterIn } from '../report/named-value.js';
import type { Column, Row, Value } from '../report/row.js';

/** Rows to be read, with their ids as the short names of this store: `i5123-15`, `d5123`. */
export async function nameIds(
  store: Pick<Store, 'shortNumbers'>,
  rows: readonly Row[],
  columns: readonly Column[],
): Promise<Row[]> {
  const named = columns.filter(({ names }) => names !== undefined);
  if (named.length === 0 || rows.length === 0) return [...rows];
  const numbers = await store.shortNumbers();
  const nameOf = (row: Row, column: Column): Value => {
    const id = row[column.name] ?? null;
    const letter = letterIn(row, column);
    return typeof id === 'number' && letter ? shortName({ letter, id }, numbers) : id;
  };
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(named.map((column) => [column.name, nameOf(row, column)])),
  }));
}
