import { QueryError } from '../../model/facts/query-error.js';
import type { ViewFilter } from '../../model/filters.js';
import { requireColumn, requireView } from '../../model/named-view.js';
import type { Page, ResultTable } from '../../model/ports/questions.js';
import type { SqlValue } from '../../model/sql-value.js';
import type { View } from '../../model/views.js';
import { orderTerms, sortTerms } from '../conditions/order-terms.js';
import { filterCondition } from '../conditions/view-filter.js';
import type { Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { pageByDifference } from './page-by-difference.js';
import { pageByText } from './page-by-text.js';
import { pageByUnits } from './page-by-units.js';
import { pageByValue } from './page-by-value.js';
import type { Question, Slice } from './question.js';
import { rowBlocks } from './row-blocks.js';

/**
 * Rows of a view. Every value is a parameter; names of views and columns are checked against `VIEWS`.
 * @throws QueryError on an unknown view, column, filter or a bad number; the message lists what is valid
 */
export function queryView(db: Database, name: string, filter: ViewFilter = {}, page: Page = {}): ResultTable {
  const { columns, sql, params } = selectOf(db, name, filter, page);
  return { columns, rows: db.prepare(sql).all(...params) as ResultTable['rows'] };
}

/** The rows `queryView` gives, one at a time; nothing may be written by this connection until they end. */
export function* iterateView(
  db: Database,
  name: string,
  filter: ViewFilter = {},
  page: Page = {},
): Generator<Record<string, SqlValue>> {
  if (page.limit === undefined && page.offset === undefined) {
    const view = requireView(name);
    const columns = columnsOf(view, page);
    for (const block of rowBlocks(db, name, { filter, sort: sortTerms(view, page.sort), columns }))
      for (const values of block) yield rowOf(columns, values);
    return;
  }
  const { columns, sql, params } = selectOf(db, name, filter, page);
  const rows = db
    .prepare(sql)
    .raw()
    .iterate(...params) as IterableIterator<SqlValue[]>;
  for (const values of rows) yield rowOf(columns, values);
}

/** In a third of the time that SQLite's binding takes to make the same object. */
function rowOf(columns: readonly string[], values: readonly SqlValue[]): Record<string, SqlValue> {
  const row: Record<string, SqlValue> = {};
  for (let n = 0; n < columns.length; n++) row[columns[n] as string] = values[n] as SqlValue;
  return row;
}

function selectOf(
  db: Database,
  name: string,
  filter: ViewFilter,
  page: Page,
): Condition & { columns: string[] } {
  const view = requireView(name);
  const columns = columnsOf(view, page);
  const question = {
    view,
    filter,
    sort: sortTerms(view, page.sort),
    limit: count('limit', page.limit ?? -1),
    offset: count('offset', page.offset ?? 0),
  };
  const everything = { among: filterCondition(view, filter), limit: question.limit, offset: question.offset };
  const { among, limit, offset } = (question.limit > 0 && pageOf(db, question)) || everything;
  const { from, ties } = db.dialect.inOrder(view);
  const sql = [
    `SELECT ${columns.map((column) => `v."${column}"`).join(', ')} FROM "${from}" v`,
    `WHERE ${among.sql}`,
    `ORDER BY ${[...orderTerms(view, question.sort), ...ties].join(', ')}`,
    'LIMIT ? OFFSET ?',
  ].join('\n');
  return { columns, sql, params: [...among.params, limit, offset] };
}

/** The page by the way that reads least; null where everything has to be read. */
const pageOf = (db: Database, question: Question): Slice | null =>
  pageByUnits(db, question) ??
  pageByValue(db, question) ??
  pageByDifference(db, question) ??
  pageByText(db, question);

function columnsOf(view: View, { columns }: Page): string[] {
  for (const name of columns ?? []) requireColumn(view, name);
  return columns ? [...new Set(columns)] : view.columns.map(({ name }) => name);
}

/** @throws QueryError unless a whole number, at least 0 (−1: no limit) */
function count(option: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= -1) return value;
  throw new QueryError(`--${option} 应为不小于 0 的整数，不能是 ${value}`);
}
