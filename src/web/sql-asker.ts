import { HTTPException } from 'hono/http-exception';
import PQueue from 'p-queue';
import { runSqlApart } from '../app/run-sql-apart.js';
import { SQL_LIMITS } from '../app/sql-limits.js';
import type { SqlParams, SqlResult } from '../model/ports/questions.js';

/** Each takes a process and up to a gigabyte. */
const AT_ONCE = 2;
const WAITING = 8;

/**
 * Runs a SELECT of a visitor in a process of its own, read only, within the limits of the command; a few at a time.
 * @param rows at most so many
 * @throws QueryError as `runSqlApart`; HTTPException 503 where too many wait already
 */
export type SqlAsker = (sql: string, params: SqlParams, rows: number) => Promise<SqlResult>;

/**
 * @param path file of the store
 * @param entry module of the process
 */
export function sqlAsker(path: string, entry?: string): SqlAsker {
  const queue = new PQueue({ concurrency: AT_ONCE });
  const milliseconds = SQL_LIMITS.seconds * 1000;
  return (sql, params, rows) => {
    if (queue.size >= WAITING) {
      throw new HTTPException(503, { message: '同时运行的 SQL 太多，请过一会儿再试' });
    }
    return queue.add(() => runSqlApart(path, sql, params, { rows, milliseconds, entry }));
  };
}
