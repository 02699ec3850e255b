import type { ViewFilter } from '../../model/filters.js';
import { requireView } from '../../model/named-view.js';
import type { Partition } from '../../model/partition.js';
import type { SqlValue } from '../../model/sql-value.js';
import { orderTerms, type SortTerm } from '../conditions/order-terms.js';
import { filterCondition } from '../conditions/view-filter.js';
import { allOf, type Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { orderedUnits, type Stretch } from './ordered-units.js';
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
 * read disclosure by disclosure, so that the first come at once and none wait to be sorted; and what is the same in all rows of a
 * disclosure is read once.
 */
export function* rowBlocks(
  db: Database,
  name: string,
  { filter, sort, columns, partition = {} }: RowsAsked,
): Generator<SqlValue[][]> {
  const view = requireView(name);
  const { from, ties } = db.dialect.inOrder(view);
  const select = (wanted: readonly string[], among: Condition): string => `
    SELECT ${wanted.map((column) => `v."${column}"`).join(', ')} FROM "${from}" v
    WHERE ${among.sql} ORDER BY ${[...orderTerms(view, sort), ...ties].join(', ')}`;
  const ordered = orderedUnits(db, { view, filter, sort }, inPartition(partition), columns);
  if (!ordered) {
    const among = allOf([filterCondition(view, filter), inPartition(partition)]);
    yield* blocksOf(
      db
        .prepare(select(columns, among))
        .raw()
        .iterate(...among.params) as Iterable<SqlValue[]>,
    );
    return;
  }
  const { told, among } = ordered;
  const own = columns.filter((column) => !told.includes(column));
  const rowsWith = (wanted: readonly string[]) => {
    const rows = db.prepare(select(wanted, among([]))).raw();
    return (stretches: readonly Stretch[]): SqlValue[][] =>
      rows.all(...among(stretches.flatMap(({ units }) => units)).params) as SqlValue[][];
  };
  const whole = rowsWith(columns);
  const withoutTold = own.length === 0 ? whole : rowsWith(own);
  const place = columns.map((column) => (own.length === 0 ? -1 : told.indexOf(column)));
  const read = (stretches: readonly Stretch[]): SqlValue[][] => {
    if (stretches.some(({ units }) => units.length > 1)) return whole(stretches);
    const rows = withoutTold(stretches);
    return rows.length === rowsIn(stretches) ? withTold(rows, stretches, place) : whole(stretches);
  };
  let stretches: Stretch[] = [];
  let rows = 0;
  for (const stretch of ordered.stretches) {
    stretches.push(stretch);
    rows += stretch.rows;
    if (rows < BLOCK) continue;
    yield read(stretches);
    [stretches, rows] = [[], 0];
  }
  if (stretches.length > 0) yield read(stretches);
}

const rowsIn = (stretches: readonly Stretch[]): number => stretches.reduce((sum, { rows }) => sum + rows, 0);

/**
 * Rows with what is told of their units, which stand in the order of the rows.
 * @param place of each column: where its value stands in what is told, or -1
 */
function withTold(
  rows: readonly SqlValue[][],
  stretches: readonly Stretch[],
  place: readonly number[],
): SqlValue[][] {
  let from = 0;
  return stretches.flatMap(({ told, rows: count }) => {
    from += count;
    return rows.slice(from - count, from).map((values) => {
      const row: SqlValue[] = [];
      let next = 0;
      for (const at of place) row.push((at < 0 ? values[next++] : told[at]) as SqlValue);
      return row;
    });
  });
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
