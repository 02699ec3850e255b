import { createHash } from 'node:crypto';
import type { ViewFilter } from '../../model/filters.js';
import { requireView } from '../../model/named-view.js';
import { type Partition, type PartitionFound, partitionColumns } from '../../model/partition.js';
import { findSection } from '../../model/sections/sections.js';
import type { SqlValue } from '../../model/sql-value.js';
import { filterCondition } from '../conditions/view-filter.js';
import { allOf, type Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';

/** Rows that have these very values; the table has the alias `v`. */
export const inPartition = (partition: Partition): Condition =>
  allOf(
    Object.entries(partition).map(([column, value]) =>
      value === null
        ? { sql: `v."${column}" IS NULL`, params: [] }
        : { sql: `v."${column}" = ?`, params: [value] },
    ),
  );

/**
 * The partitions of a view the filter keeps rows of, blank values first. Of whole partitions of a section the numbers of the
 * contents of its disclosures say whether they changed, but for what was stored before these were kept.
 * @param within only these; all by default
 * @throws QueryError on an unknown view or filter
 */
export function partitionsOf(
  db: Database,
  name: string,
  filter: ViewFilter = {},
  within: Partition = {},
): PartitionFound[] {
  const view = requireView(name);
  const columns = partitionColumns(view);
  const isWhole = Object.values(filter).every((value) => value === undefined);
  const shown = columns.map((column) => `v."${column}"`);
  const section = findSection(view.name);
  if (isWhole && section) return partitionsOfSection(db, section.view, shown, columns, within);
  const { sql, params } = allOf([filterCondition(view, filter), inPartition(within)]);
  const order = shown.map((column) => `${column} NULLS FIRST`);
  const select =
    columns.length > 0
      ? `SELECT DISTINCT ${shown.join(', ')} FROM "${view.name}" v WHERE ${sql} ORDER BY ${order.join(', ')}`
      : `SELECT 1 FROM "${view.name}" v WHERE ${sql} LIMIT 1`;
  const found = db
    .prepare(select)
    .raw()
    .all(...params) as SqlValue[][];
  return found.map((values) => ({ partition: partitionAt(columns, values), content: null }));
}

function partitionsOfSection(
  db: Database,
  counted: string,
  shown: readonly string[],
  columns: readonly string[],
  within: Partition,
): PartitionFound[] {
  const { sql, params } = inPartition(within);
  const order = [...shown.map((column) => `${column} NULLS FIRST`), 'v.id'];
  const rows = db
    .prepare(
      `SELECT v.id, c.content, ${shown.join(', ')} FROM disclosure_rows v
       LEFT JOIN content_rows c ON c.disclosure = v.id
       WHERE v.${counted} > 0 AND ${sql} ORDER BY ${order.join(', ')}`,
    )
    .raw()
    .iterate(...params) as IterableIterator<SqlValue[]>;
  const found: PartitionFound[] = [];
  let [current, hash, isKnown] = [null as Partition | null, createHash('sha256'), true];
  const finish = (): void => {
    if (current) found.push({ partition: current, content: isKnown ? hash.digest('hex') : null });
  };
  for (const [id, content, ...values] of rows) {
    const partition = partitionAt(columns, values);
    if (!current || columns.some((column) => partition[column] !== current?.[column])) {
      finish();
      [current, hash, isKnown] = [partition, createHash('sha256'), true];
    }
    if (content === null) isKnown = false;
    hash.update(`${id} ${content}\n`);
  }
  finish();
  return found;
}

const partitionAt = (columns: readonly string[], values: readonly SqlValue[]): Partition =>
  Object.fromEntries(columns.map((column, n) => [column, values[n] ?? null]));
