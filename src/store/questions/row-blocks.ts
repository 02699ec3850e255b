import type { ViewFilter } from '../../model/filters.js';
import { requireView } from '../../model/named-view.js';
import type { Partition } from '../../model/partition.js';
import { findSection } from '../../model/sections/sections.js';
import type { SqlValue } from '../../model/sql-value.js';
import type { View } from '../../model/views.js';
import { orderTerms, type SortTerm } from '../conditions/order-terms.js';
import { filterCondition } from '../conditions/view-filter.js';
import { allOf, type Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { orderedUnits, type Stretch, SUBJECT_COLUMNS } from './ordered-units.js';
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
  const select = (shown: readonly string[], among: Condition): string => `
    SELECT ${shown.map((column) => `v."${column}"`).join(', ')} FROM "${from}" v
    WHERE ${among.sql} ORDER BY ${[...orderTerms(view, sort), ...ties].join(', ')}`;
  const ordered = orderedUnits(db, { view, filter, sort }, inPartition(partition));
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
  const whole = db.prepare(select(columns, ordered.among([]))).raw();
  const apart = subjectApart(view, columns);
  const own = apart && db.prepare(select(apart.own, ordered.among([]))).raw();
  const read = (stretches: readonly Stretch[]): SqlValue[][] => {
    const { params } = ordered.among(stretches.flatMap(({ units }) => units));
    const isShared = stretches.every(({ subject }) => subject !== null);
    return own && isShared
      ? apart.join(own.all(...params) as SqlValue[][], stretches)
      : (whole.all(...params) as SqlValue[][]);
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

/** Rows of one section of a disclosure say the same of where, when and whose: that is read once for all of them. */
interface SubjectApart {
  /** The columns that each row has of its own. */
  own: readonly string[];
  /** The rows of the stretches with all columns. @throws Error unless they are as many as the stretches say */
  join(rows: readonly SqlValue[][], stretches: readonly Stretch[]): SqlValue[][];
}

/** Null where the rows are those of no section, or nothing would be left to read. */
function subjectApart({ name }: View, columns: readonly string[]): SubjectApart | null {
  const own = columns.filter((column) => !SUBJECT_COLUMNS.includes(column));
  if (own.length === 0 || !findSection(name.replace(/^current_/, ''))) return null;
  const ofOwn = columns.map((column) => own.indexOf(column));
  const ofSubject = columns.map((column) => SUBJECT_COLUMNS.indexOf(column));
  const joined = (row: readonly SqlValue[], subject: readonly SqlValue[]): SqlValue[] => {
    const whole: SqlValue[] = [];
    for (const [n, place] of ofOwn.entries())
      whole.push((place < 0 ? subject[ofSubject[n] as number] : row[place]) as SqlValue);
    return whole;
  };
  return {
    own,
    join(rows, stretches) {
      const counted = stretches.reduce((sum, stretch) => sum + stretch.rows, 0);
      if (rows.length !== counted)
        throw new Error(`${name}：公开所记的行数是 ${counted}，读出 ${rows.length} 行`);
      let next = 0;
      return stretches.flatMap((stretch) => {
        const first = next;
        next += stretch.rows;
        return rows.slice(first, next).map((row) => joined(row, stretch.subject ?? []));
      });
    },
  };
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
