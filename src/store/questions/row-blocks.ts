import type { ViewFilter } from '../../model/filters.js';
import { requireView } from '../../model/named-view.js';
import type { Partition } from '../../model/partition.js';
import type { SqlValue } from '../../model/sql-value.js';
import { orderTerms, type SortTerm } from '../conditions/order-terms.js';
import { filterCondition } from '../conditions/view-filter.js';
import { allOf, type Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { orderedUnits } from './ordered-units.js';
import { inPartition } from './partitions.js';

/** Rows asked for at a time: few enough to be sorted in memory. */
const BLOCK = 1_000;

/** Which rows of a view, and what is shown of them in which order. */
export interface RowsAsked {
  filter: ViewFilter;
  sort: SortTerm[];
  columns: readonly string[];
  partition?: Partition;
}

/**
 * All rows of a view in order, as lists of values, some hundreds at a time. Where the order is one of disclosures the rows are
 * read disclosure by disclosure, so that the first come at once and none wait to be sorted.
 */
export function* rowBlocks(
  db: Database,
  name: string,
  { filter, sort, columns, partition = {} }: RowsAsked,
): Generator<SqlValue[][]> {
  const view = requireView(name);
  const { from, ties } = db.dialect.inOrder(view);
  const select = (among: Condition): string => `
    SELECT ${columns.map((column) => `v."${column}"`).join(', ')} FROM "${from}" v
    WHERE ${among.sql} ORDER BY ${[...orderTerms(view, sort), ...ties].join(', ')}`;
  const ordered = orderedUnits(db, { view, filter, sort }, inPartition(partition));
  if (!ordered) {
    const among = allOf([filterCondition(view, filter), inPartition(partition)]);
    yield* blocksOf(
      db
        .prepare(select(among))
        .raw()
        .iterate(...among.params) as Iterable<SqlValue[]>,
    );
    return;
  }
  const rowsOf = db.prepare(select(ordered.among([]))).raw();
  const read = (units: readonly SqlValue[]): SqlValue[][] =>
    rowsOf.all(...ordered.among(units).params) as SqlValue[][];
  let units: SqlValue[] = [];
  let rows = 0;
  for (const stretch of ordered.stretches) {
    units.push(...stretch.units);
    rows += stretch.rows;
    if (rows < BLOCK) continue;
    yield read(units);
    [units, rows] = [[], 0];
  }
  if (units.length > 0) yield read(units);
}

function* blocksOf(rows: Iterable<SqlValue[]>): Generator<SqlValue[][]> {
  let block: SqlValue[][] = [];
  for (const row of rows) {
    block.push(row);
    if (block.length < BLOCK) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}
