import { ParquetWriter, schemaFromColumnData, type Writer } from 'hyparquet-writer';
import type { ViewColumn } from '../../model/views.js';
import type { Value } from '../row.js';

const TYPES = { integer: 'INT64', real: 'DOUBLE', text: 'STRING' } as const;

/** Rows of a group: more are read a little faster, and take more memory while they wait. */
const GROUP = 20_000;

/** Exported rows stand in the order of this column, so that its least and greatest values tell who reads which groups to pass over. */
const IN_ORDER = 'region_code';

type ParquetValue = Value | bigint;

/** A Parquet file that is written while its rows come. */
export interface ParquetRows {
  /** @param rows values in the order of the columns */
  add(rows: readonly (readonly Value[])[]): Promise<void>;
  /** Writes what waits and the foot of the file. */
  finish(): Promise<void>;
}

/**
 * Rows of a view as a Parquet file: whole numbers as INT64, others as DOUBLE, texts as UTF-8 by dictionary; every column may be null.
 * @param without columns the rows have and the file has not
 */
export function parquetRows(
  writer: Writer,
  columns: readonly ViewColumn[],
  without: readonly string[] = [],
): ParquetRows {
  const shown = columns.flatMap(({ name, type }, place) =>
    without.includes(name) ? [] : [{ name, type, place }],
  );
  const columnData = (group: readonly ParquetValue[][]) =>
    shown.map(({ name, type }, n) => ({
      name,
      type: TYPES[type],
      nullable: true,
      data: group[n] ?? [],
      statistics: name === IN_ORDER,
      ...(type === 'text' ? { encoding: 'RLE_DICTIONARY' as const } : {}),
    }));
  const file = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData: columnData([]) }) });
  let waiting: ParquetValue[][] = shown.map(() => []);
  let held = shown.map(() => new Map<Value, Value>());
  const count = (): number => waiting[0]?.length ?? 0;
  const write = async (): Promise<void> => {
    const group = waiting;
    const rowGroupSize = count();
    waiting = shown.map(() => []);
    held = shown.map(() => new Map());
    if (rowGroupSize > 0) await file.write({ columnData: columnData(group), rowGroupSize });
  };
  return {
    async add(rows) {
      for (const [n, { type, place }] of shown.entries()) {
        const values = waiting[n] ?? [];
        if (type === 'integer') addWholeNumbers(values, rows, place);
        else if (type === 'text') addTexts(values, rows, place, held[n] ?? new Map());
        else for (const row of rows) values.push(row[place] ?? null);
      }
      if (count() >= GROUP) await write();
    },
    async finish() {
      await write();
      await file.finish();
    },
  };
}

/** Adds numbers of a column; of neighbours that are equal one is made. */
function addWholeNumbers(values: ParquetValue[], rows: readonly (readonly Value[])[], place: number): void {
  let [last, made]: [Value, bigint | null] = [null, null];
  for (const row of rows) {
    const value = row[place] ?? null;
    if (value !== last) [last, made] = [value, value === null ? null : BigInt(value)];
    values.push(made);
  }
}

/** Adds texts of a column; of those that are equal the group holds one, so that the others are gone with the rows they came in. */
function addTexts(
  values: ParquetValue[],
  rows: readonly (readonly Value[])[],
  place: number,
  held: Map<Value, Value>,
): void {
  let last: Value = null;
  for (const row of rows) {
    const value = row[place] ?? null;
    if (value !== last) {
      const known = held.get(value);
      if (known === undefined) held.set(value, value);
      last = known ?? value;
    }
    values.push(last);
  }
}
