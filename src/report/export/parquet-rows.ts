import { ParquetWriter, schemaFromColumnData, type Writer } from 'hyparquet-writer';
import type { ViewColumn } from '../../model/views.js';
import type { Value } from '../row.js';
import { addRows, type ColumnGroup, clearGroup, columnGroup } from './column-group.js';
import { writeParquetColumn } from './parquet-column.js';

const TYPES = { integer: 'INT64', real: 'DOUBLE', text: 'STRING' } as const;

/** Rows of a group: more are read a little faster, and take more memory while they wait. */
const GROUP = 20_000;

/** Exported rows stand in the order of this column, so that its least and greatest values tell who reads which groups to pass over. */
const IN_ORDER = 'region_code';

/** A Parquet file that is written while its rows come. */
export interface ParquetRows {
  /** The rows that wait; the last of them are those that were added last. */
  group: ColumnGroup;
  /** @param rows values in the order of the columns */
  add(rows: readonly (readonly Value[])[]): void;
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
  const group = columnGroup(columns, without);
  const columnData = group.columns.map(({ name, type }) => ({
    name,
    type: TYPES[type],
    nullable: true,
    data: [],
  }));
  const schema = schemaFromColumnData({ columnData });
  const file = new ParquetWriter({ writer, schema });
  const write = (): void => {
    if (group.count === 0) return;
    const begin = writer.offset;
    const chunks = group.columns.map((column) =>
      writeParquetColumn(writer, column, group.count, column.name === IN_ORDER),
    );
    file.num_rows += BigInt(group.count);
    file.row_groups.push({
      columns: chunks,
      total_byte_size: chunks.reduce((sum, { meta_data }) => sum + meta_data.total_uncompressed_size, 0n),
      num_rows: BigInt(group.count),
      total_compressed_size: BigInt(writer.offset - begin),
    });
    clearGroup(group);
  };
  return {
    group,
    add(rows) {
      if (group.count >= GROUP) write();
      addRows(group, rows);
    },
    async finish() {
      write();
      await file.finish();
    },
  };
}
