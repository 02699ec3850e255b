import Sqlite from 'better-sqlite3';
import { QueryError } from '../../model/facts/query-error.js';
import type { SqlLimits, SqlParams, SqlResult } from '../../model/ports/questions.js';
import type { SqlValue } from '../../model/sql-value.js';
import type { SqliteDatabase } from '../file/sqlite-dialect.js';
import { INTERNAL_TABLES } from '../ground/internal-tables.js';
import { prepared } from '../ground/rows.js';
import { internalTableRefused } from './internal-table-refused.js';
import { limitedResult } from './limited-result.js';
import { defineRegexp } from './regexp-function.js';
import { requireSelect } from './require-select.js';
import { sqlFault, unknownName } from './sql-fault.js';
import { placeOfFault } from './sql-place.js';

/**
 * One SELECT (or WITH … SELECT) over the store. Nothing else runs: no second statement, no PRAGMA, no ATTACH, no writing.
 * @throws QueryError when the statement is refused or wrong, the time is over, or a single row is beyond the limit
 */
export function runSql(
  db: SqliteDatabase,
  sql: string,
  params: SqlParams = [],
  limits: SqlLimits = {},
): SqlResult {
  try {
    defineRegexp(db);
    const statement = prepareSelect(db, sql);
    refuseInternal(db, sql, params);
    const columns = statement.columns().map((column) => column.name);
    const rows = statement.raw().iterate(...(Array.isArray(params) ? params : [params]));
    return limitedResult(columns, rows as Iterable<(SqlValue | Buffer)[]>, limits);
  } catch (error) {
    throw asQueryError(error, db, sql);
  }
}

function prepareSelect(db: SqliteDatabase, sql: string): Sqlite.Statement {
  requireSelect(sql);
  if (/pragma_database_list/i.test(sql))
    throw new QueryError('pragma_database_list 说出库文件在哪里，不能查询');
  const statement = db.prepare(sql);
  if (!statement.reader || !statement.readonly) {
    throw new QueryError('只能查询，不能修改库；请用 SELECT');
  }
  return statement;
}

/**
 * Refuses a statement that reads a table which is for the program alone. SQLite is asked which pages the compiled statement
 * would open, so that no spelling of the name, view or subquery hides it.
 * @throws QueryError naming the table
 */
function refuseInternal(
  db: SqliteDatabase,
  sql: string,
  params: SqlValue[] | Record<string, SqlValue>,
): void {
  const roots = new Map(
    (
      prepared(db, 'SELECT rootpage, tbl_name AS name FROM sqlite_schema WHERE rootpage > 0').all() as {
        rootpage: number;
        name: string;
      }[]
    ).flatMap(({ rootpage, name }) => (INTERNAL_TABLES.includes(name) ? [[rootpage, name] as const] : [])),
  );
  const steps = db.prepare(`EXPLAIN ${sql}`).all(...(Array.isArray(params) ? params : [params])) as {
    opcode: string;
    p2: number;
    p3: number;
  }[];
  for (const { opcode, p2, p3 } of steps) {
    const name =
      /^(?:OpenRead|ReopenIdx|OpenWrite|Count)$/.test(opcode) && p3 === 0 ? roots.get(p2) : undefined;
    if (name !== undefined) throw internalTableRefused(name);
  }
}

/** Faults of the statement or its parameters; faults of the file pass through. */
function asQueryError(error: unknown, db: SqliteDatabase, sql: string): unknown {
  const ofStatement =
    error instanceof Sqlite.SqliteError
      ? /^SQLITE_(ERROR|AUTH|MISMATCH|RANGE|TOOBIG)$/.test(error.code)
      : error instanceof RangeError || error instanceof TypeError;
  if (!ofStatement) return error;
  const { message } = error as Error;
  return new QueryError(sqlFault(sql, message, placeOfFault(db, sql, message)), {
    cause: error,
    unknown: unknownName(message),
  });
}
