import type { SqlValue } from './sql-value.js';
import type { View } from './views.js';

/** Where and when: what the rows of a view are divided by, where it has these columns. */
const DIVIDED_BY = ['province', 'year'];

/** The rows of a view that have these values in the columns it is divided by; null: unknown. No column: all of its rows. */
export type Partition = Readonly<Record<string, SqlValue>>;

/** A partition that is not empty. */
export interface PartitionFound {
  partition: Partition;
  /** Says whether rows changed: it is the same while they are. null where only the rows themselves tell. */
  content: string | null;
}

/** The columns the rows of a view are divided by. */
export const partitionColumns = ({ columns }: View): string[] =>
  DIVIDED_BY.filter((column) => columns.some(({ name }) => name === column));
