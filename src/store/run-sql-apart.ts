import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { QueryError } from './query-error.js';
import type { ResultTable } from './query-view.js';
import type { SqlParams } from './run-sql.js';
import { StoreError, type StoreErrorCode } from './store-error.js';

const ENTRY = fileURLToPath(new URL('./sql-entry.js', import.meta.url));

export interface SqlJob {
  path: string;
  sql: string;
  params: SqlParams;
  rows: number | undefined;
}

export type SqlAnswer =
  | { kind: 'done'; result: ResultTable & { truncated: boolean } }
  | { kind: 'failed'; name: string; message: string; code: string | null };

/**
 * `runSql` in a process of its own, so that a statement can be stopped however it is spending its time: SQLite holds the
 * thread until the next row.
 * @throws QueryError when the statement is refused or wrong, or the time is over; StoreError when the file cannot be used
 */
export async function runSqlApart(
  path: string,
  sql: string,
  params: SqlParams,
  { rows, milliseconds }: { rows?: number; milliseconds: number },
): Promise<ResultTable & { truncated: boolean }> {
  const child = fork(ENTRY, { serialization: 'advanced', execArgv: [] });
  try {
    const job: SqlJob = { path, sql, params, rows };
    const answer = await answerOf(child, job, milliseconds);
    if (answer === 'too-late') {
      throw new QueryError(`查询超过 ${milliseconds / 1000} 秒，已停止；请缩小范围，或用 --timeout 放宽`);
    }
    if (answer.kind === 'done') return answer.result;
    throw errorOf(answer);
  } finally {
    child.kill('SIGKILL');
  }
}

const answerOf = (child: ChildProcess, job: SqlJob, milliseconds: number): Promise<SqlAnswer | 'too-late'> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('too-late'), milliseconds);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    child.on('message', (answer: SqlAnswer) => settle(() => resolve(answer)));
    child.on('error', (error) => settle(() => reject(error)));
    child.on('exit', (code, signal) =>
      settle(() => reject(new Error(`查询进程中途退出（${signal ?? code}）`))),
    );
    child.send(job);
  });

function errorOf({ name, message, code }: Extract<SqlAnswer, { kind: 'failed' }>): Error {
  if (name === 'QueryError') return new QueryError(message);
  if (name === 'StoreError') return new StoreError(code as StoreErrorCode, message);
  return new Error(message);
}
