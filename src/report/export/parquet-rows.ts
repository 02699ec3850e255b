import { ParquetWriter, schemaFromColumnData, type Writer } from 'hyparquet-writer';
import type { ViewColumn } from '../../model/views.js';
import type { Row, Value } from '../row.js';

const TYPES = { integer: 'INT64', real: 'DOUBLE', text: 'STRING' } as const;

type ParquetValue = Value | bigint;

/** Values of some rows, column by column, as Parquet takes them. */
export type ColumnValues = ParquetValue[][];

/** Rows that wait to be written, laid out by column as they come. */
export interface WaitingRows {
  readonly count: number;
  add(row: Row): void;
  /** Gives up those that wait. */
  take(): ColumnValues;
}

export function waitingRows(columns: readonly ViewColumn[]): WaitingRows {
  const wanted = columns.map(({ name, type }) => ({ name, isWhole: type === 'integer' }));
  let values: ColumnValues = wanted.map(() => []);
  let count = 0;
  return {
    get count() {
      return count;
    },
    add(row) {
      for (let c = 0; c < wanted.length; c++) {
        const { name, isWhole } = wanted[c] as (typeof wanted)[number];
        const value = row[name] ?? null;
        values[c]?.push(isWhole && value !== null ? BigInt(value) : value);
      }
      count += 1;
    },
    take() {
      const taken = values;
      values = wanted.map(() => []);
      count = 0;
      return taken;
    },
  };
}

/** The rows at these places of a group, in their order. */
export const rowsAt = (group: ColumnValues, places: readonly number[]): ColumnValues =>
  group.map((values) => places.map((place) => values[place] ?? null));

/** A Parquet file that is written while its rows come. */
export interface ParquetRows {
  /** A row group; nothing where it has no rows. */
  write(group: ColumnValues): Promise<void>;
  /** Writes the foot of the file. */
  finish(): Promise<void>;
}

/** Rows of a view as a Parquet file: whole numbers as INT64, others as DOUBLE, texts as UTF-8; every column may be null. */
export function parquetRows(writer: Writer, columns: readonly ViewColumn[]): ParquetRows {
  const columnData = (group: ColumnValues) =>
    columns.map(({ name, type }, c) => ({ name, type: TYPES[type], nullable: true, data: group[c] ?? [] }));
  const schema = schemaFromColumnData({ columnData: columnData([]) });
  const file = new ParquetWriter({ writer, schema });
  return {
    async write(group) {
      const rowGroupSize = group[0]?.length ?? 0;
      if (rowGroupSize > 0) await file.write({ columnData: columnData(group), rowGroupSize });
    },
    finish: async () => file.finish(),
  };
}
