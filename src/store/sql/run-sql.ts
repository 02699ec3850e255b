import Database from 'better-sqlite3';
import { QueryError } from '../../model/facts/query-error.js';
import type { SqlLimits, SqlParams, SqlResult } from '../../model/ports/questions.js';
import type { SqlValue } from '../../model/sql-value.js';
import { INTERNAL_TABLES } from '../ground/internal-tables.js';
import { prepared } from '../ground/rows.js';
import { defineRegexp } from './regexp-function.js';
import { sqlFault, unknownName } from './sql-fault.js';
import { placeOfFault } from './sql-place.js';

/**
 * One SELECT (or WITH … SELECT) over the store. Nothing else runs: no second statement, no PRAGMA, no ATTACH, no writing.
 * Columns of the same name get `_2`, `_3`; blobs are shown as hex.
 * @throws QueryError when the statement is refused or wrong, the time is over, or a single row is beyond the limit
 */
export function runSql(
  db: Database.Database,
  sql: string,
  params: SqlParams = [],
  limits: SqlLimits = {},
): SqlResult {
  try {
    defineRegexp(db);
    const statement = prepareSelect(db, sql);
    refuseInternal(db, sql, params);
    const columns = uniqueNames(statement.columns().map((column) => column.name));
    const rows: Record<string, SqlValue>[] = [];
    let bytes = 0;
    const end = limits.milliseconds === undefined ? Infinity : performance.now() + limits.milliseconds;
    for (const values of statement.raw().iterate(...(Array.isArray(params) ? params : [params]))) {
      if (rows.length === (limits.rows ?? Infinity)) return { columns, rows, truncated: true };
      if (performance.now() > end) {
        throw new QueryError(`查询超过 ${limits.milliseconds} 毫秒，已停止；请缩小范围`);
      }
      bytes += bytesOf(values as (SqlValue | Buffer)[]);
      if (bytes > (limits.bytes ?? Infinity)) {
        if (rows.length > 0) return { columns, rows, truncated: true };
        throw new QueryError(
          `一行就超过 ${(limits.bytes ?? 0) / 1024 ** 2} MB；请少取几列，或用 substr() 截短`,
        );
      }
      rows.push(toRow(columns, values as (SqlValue | Buffer)[]));
    }
    return { columns, rows, truncated: false };
  } catch (error) {
    throw asQueryError(error, db, sql);
  }
}

function prepareSelect(db: Database.Database, sql: string): Database.Statement {
  if (!/^(select|with)\b/i.test(withoutLeadingComments(sql))) {
    throw new QueryError('只能运行一条 SELECT（或 WITH … SELECT）语句');
  }
  if (/pragma_database_list/i.test(sql))
    throw new QueryError('pragma_database_list 说出库文件在哪里，不能查询');
  const statement = db.prepare(sql);
  if (!statement.reader || !statement.readonly) {
    throw new QueryError('只能查询，不能修改库；请用 SELECT');
  }
  return statement;
}

function withoutLeadingComments(sql: string): string {
  let rest = sql.trimStart();
  for (;;) {
    const end = rest.startsWith('--') ? '\n' : rest.startsWith('/*') ? '*/' : null;
    if (end === null) return rest;
    const at = rest.indexOf(end);
    if (at < 0) return '';
    rest = rest.slice(at + end.length).trimStart();
  }
}

/**
 * Refuses a statement that reads a table which is for the program alone. SQLite is asked which pages the compiled statement
 * would open, so that no spelling of the name, view or subquery hides it.
 * @throws QueryError naming the table
 */
function refuseInternal(
  db: Database.Database,
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
    if (name !== undefined)
      throw new QueryError(`${name} 是程序内部的表（文件的真实路径），不能查询；路径在视图 documents 中`);
  }
}

function uniqueNames(names: string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name}_${n}`;
    taken.add(unique);
    return unique;
  });
}

/** What a row takes when it is shown: two digits for every byte of a blob. */
function bytesOf(values: readonly (SqlValue | Buffer)[]): number {
  let bytes = 0;
  for (const value of values) {
    if (typeof value === 'string') bytes += Buffer.byteLength(value);
    else bytes += Buffer.isBuffer(value) ? value.length * 2 : NUMBER_BYTES;
  }
  return bytes;
}

const NUMBER_BYTES = 8;

const toRow = (columns: string[], values: (SqlValue | Buffer)[]): Record<string, SqlValue> =>
  Object.fromEntries(
    columns.map((column, index) => {
      const value = values[index] ?? null;
      return [column, Buffer.isBuffer(value) ? value.toString('hex') : value];
    }),
  );

/** Faults of the statement or its parameters; faults of the file pass through. */
function asQueryError(error: unknown, db: Database.Database, sql: string): unknown {
  const ofStatement =
    error instanceof Database.SqliteError
      ? /^SQLITE_(ERROR|AUTH|MISMATCH|RANGE|TOOBIG)$/.test(error.code)
      : error instanceof RangeError || error instanceof TypeError;
  if (!ofStatement) return error;
  const { message } = error as Error;
  return new QueryError(sqlFault(sql, message, placeOfFault(db, sql, message)), {
    cause: error,
    unknown: unknownName(message),
  });
}
