import type { SqlValue } from '../../model/sql-value.js';
import type { Database, SqlStatement } from './database.js';

export type SqlRow = Record<string, SqlValue | Buffer>;

/** Rows to insert, by table; the rows of one table all have the same columns. */
export type TableRows = Record<string, SqlRow[]>;

const statements = new WeakMap<Database, Map<string, SqlStatement>>();

/** The prepared statement for this SQL, prepared once per connection. */
export function prepared(db: Database, sql: string): SqlStatement {
  let known = statements.get(db);
  if (!known) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(sql);
  if (!statement) {
    statement = db.prepare(sql);
    known.set(sql, statement);
  }
  return statement;
}

/** Inserts the rows, tables in the order given. */
export function insertRows(db: Database, tables: TableRows): void {
  for (const [table, rows] of Object.entries(tables)) {
    if (rows.length > 0) db.dialect.insertRows(db, table, rows);
  }
}
