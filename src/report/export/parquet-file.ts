import { ParquetWriter, schemaFromColumnData, type Writer } from 'hyparquet-writer';
import type { ViewColumn } from '../../model/views.js';
import type { ColumnGroup } from './column-group.js';
import { writeParquetColumn } from './parquet-column.js';

const TYPES = { integer: 'INT64', real: 'DOUBLE', text: 'STRING' } as const;

/** Exported rows stand in the order of this column, so that its least and greatest values tell who reads which groups to pass over. */
const IN_ORDER = 'region_code';

/** A Parquet file that is written while its rows come. */
export interface ParquetFile {
  add(group: ColumnGroup): void;
  /** Writes the foot of the file. */
  finish(): Promise<void>;
}

/**
 * Rows of a view as a Parquet file: whole numbers as INT64, others as DOUBLE, texts as UTF-8 by dictionary; every column may be null.
 * @param without columns of the view that the groups have not
 */
export function parquetFile(
  writer: Writer,
  columns: readonly ViewColumn[],
  without: readonly string[] = [],
): ParquetFile {
  const columnData = columns
    .filter(({ name }) => !without.includes(name))
    .map(({ name, type }) => ({ name, type: TYPES[type], nullable: true, data: [] }));
  const file = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData }) });
  return {
    add(group) {
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
    },
    finish: () => Promise.resolve(file.finish()),
  };
}
