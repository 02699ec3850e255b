import { ParquetWriter, schemaFromColumnData, type Writer } from 'hyparquet-writer';
import type { ViewColumn } from '../../model/views.js';
import type { Row, Value } from '../row.js';

const TYPES = { integer: 'INT64', real: 'DOUBLE', text: 'STRING' } as const;

/** A Parquet file that is written while its rows come. */
export interface ParquetRows {
  add(row: Row): void;
  /** Writes those that wait, as a row group. */
  flush(): Promise<void>;
  /** Writes what waits and the foot of the file. */
  finish(): Promise<void>;
}

/**
 * Rows of a view as a Parquet file, which needs no more memory than the rows that wait: whole numbers as INT64, others as
 * DOUBLE, texts as UTF-8; every column may be null.
 */
export function parquetRows(writer: Writer, columns: readonly ViewColumn[]): ParquetRows {
  let rows: Row[] = [];
  const columnData = () =>
    columns.map(({ name, type }) => ({
      name,
      type: TYPES[type],
      nullable: true,
      data: rows.map((row) => toParquet(row[name] ?? null, type)),
    }));
  const file = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData: columnData() }) });
  const flush = async (): Promise<void> => {
    if (rows.length === 0) return;
    const group = { columnData: columnData(), rowGroupSize: rows.length };
    rows = [];
    await file.write(group);
  };
  return {
    add: (row) => {
      rows.push(row);
    },
    flush,
    finish: async () => {
      await flush();
      await file.finish();
    },
  };
}

const toParquet = (value: Value, type: ViewColumn['type']): Value | bigint =>
  type === 'integer' && value !== null ? BigInt(value) : value;
