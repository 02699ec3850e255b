import { createHash } from 'node:crypto';
import type { Partition } from '../../model/partition.js';
import type { View } from '../../model/views.js';

/** Goes up when files of the same rows are written in another way. */
const LAYOUT = 1;
/** What Hive, DuckDB, Spark and Arrow read as a missing value. */
const BLANK = '__HIVE_DEFAULT_PARTITION__';
/** What Hive writes as `%` and two digits in the name of a folder. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are among them
const ESCAPED = /[\u0000-\u001f"#%'*/:=?\\\u007f{[\]^]/g;

/** The folder of a partition, below that of the dataset: `indicators/province=湖南省/year=2024`, as Hive names them. */
export const partitionPath = (view: View, partition: Partition): string =>
  [
    view.name,
    ...Object.entries(partition).map(
      ([column, value]) => `${column}=${value === null ? BLANK : escaped(value)}`,
    ),
  ].join('/');

const escaped = (value: string | number): string =>
  String(value).replace(
    ESCAPED,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

const DIGITS = 16;

/** The file of a partition: its name says what the file was made from, so that one that is there need not be written again. */
export const partitionFile = ({ columns }: View, content: string): string => {
  const layout = columns.map(({ name, type }) => [name, type]);
  const hash = createHash('sha256').update(JSON.stringify([LAYOUT, layout, content]));
  return `${hash.digest('hex').slice(0, DIGITS)}.parquet`;
};

/** Whether a file of a partition may be one that `partitionFile` named. */
export const isPartitionFile = (name: string): boolean => /^[0-9a-f]{16}\.parquet$/.test(name);
