import { parquetWriteBuffer } from 'hyparquet-writer';
import type { ViewColumn } from '../../model/views.js';
import type { Row, Value } from '../row.js';

const TYPES = { integer: 'INT64', real: 'DOUBLE', text: 'STRING' } as const;

/** Rows of a view as one Parquet file: whole numbers as INT64, others as DOUBLE, texts as UTF-8; every column may be null. */
export function parquetFile(rows: readonly Row[], columns: readonly ViewColumn[]): Uint8Array {
  const columnData = columns.map(({ name, type }) => ({
    name,
    type: TYPES[type],
    nullable: true,
    data: rows.map((row) => toParquet(row[name] ?? null, type)),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

const toParquet = (value: Value, type: ViewColumn['type']): Value | bigint =>
  type === 'integer' && value !== null ? BigInt(value) : value;
