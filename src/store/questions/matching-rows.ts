import { requireColumn, requireView } from '../../model/named-view.js';
import type { RowMatch } from '../../model/ports/questions.js';
import type { SqlValue } from '../../model/sql-value.js';
import { allOf, type Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';

/**
 * Rows of a view whose columns have these very values, in the order of ids (of documents, where rows have none).
 * @param columns all by default
 * @throws QueryError on an unknown view or column; the message lists those there are
 */
export function matchingRows<Row>(
  db: Database,
  name: string,
  match: RowMatch,
  columns?: readonly (keyof Row & string)[],
): Row[] {
  const view = requireView(name);
  const shown = columns ?? view.columns.map((column) => column.name);
  for (const column of [...shown, ...Object.keys(match)]) requireColumn(view, column);
  const { sql, params } = allOf(Object.entries(match).map(([column, value]) => isOneOf(column, value)));
  const { from, ties } = db.dialect.inOrder(view);
  const order = [
    ...['document_id', 'id']
      .filter((column) => view.columns.some((each) => each.name === column))
      .map((column) => `v.${column}`),
    ...ties,
  ];
  return db
    .prepare(
      `SELECT ${shown.map((column) => `v."${column}"`).join(', ')} FROM "${from}" v WHERE ${sql}
       ORDER BY ${order.length > 0 ? order.join(', ') : '1 NULLS FIRST'}`,
    )
    .all(...params) as Row[];
}

/** The different values these columns of a view have together, in their order; blank ones first. @throws QueryError as above */
export function distinctRows(
  db: Database,
  name: string,
  columns: readonly string[],
): Record<string, SqlValue>[] {
  const view = requireView(name);
  for (const column of columns) requireColumn(view, column);
  const listed = columns.map((column) => `v."${column}"`);
  const order = listed.map((column) => `${column} NULLS FIRST`);
  return db
    .prepare(`SELECT DISTINCT ${listed.join(', ')} FROM "${view.name}" v ORDER BY ${order.join(', ')}`)
    .all() as Record<string, SqlValue>[];
}

function isOneOf(column: string, value: RowMatch[string]): Condition {
  if (Array.isArray(value)) {
    const listed = value.length > 0 && value.every(Number.isSafeInteger) ? 'CAST(value AS BIGINT)' : 'value';
    return { sql: `v."${column}" IN (SELECT ${listed} FROM json_each(?))`, params: [JSON.stringify(value)] };
  }
  return value === null
    ? { sql: `v."${column}" IS NULL`, params: [] }
    : { sql: `v."${column}" = ?`, params: [value as SqlValue] };
}
