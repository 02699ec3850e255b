import { fileURLToPath } from 'node:url';
import { QueryError } from '../../model/facts/query-error.js';
import { StoreError, type StoreErrorCode } from '../../model/facts/store-error.js';
import type { UnknownWord } from '../../model/facts/user-error.js';
import type { SqlParams, SqlResult } from '../../model/ports/questions.js';
import { JobProcess } from '../../processes/job-process.js';
import type { Death, Task } from '../../processes/task.js';

const ENTRY = fileURLToPath(new URL('./sql-entry.js', import.meta.url));
const MEGABYTE = 1024 ** 2;

export interface SqlJob {
  path: string;
  sql: string;
  params: SqlParams;
  rows: number | undefined;
  bytes: number;
  milliseconds: number;
}

export type SqlAnswer =
  | { kind: 'done'; result: SqlResult }
  | {
      kind: 'failed';
      name: string;
      message: string;
      code: string | null;
      unknown?: UnknownWord;
    };

export interface SqlTask extends Task {
  job: SqlJob;
  answer: SqlAnswer;
  progress: never;
  item: never;
}

export interface SqlProcessLimits {
  rows?: number;
  milliseconds: number;
  /** Of the values of the result. */
  bytes?: number;
  /**
   * Resident memory, watched from outside: SQLite takes its memory beside the heap of JavaScript, and is built without the
   * counting that `PRAGMA hard_heap_limit` needs.
   */
  memory?: number;
  /** What it may write to temporary files, which SQLite sorts in. */
  spill?: number;
  /** Module of the process. */
  entry?: string;
}

const RESULT_BYTES = 128 * MEGABYTE;
const MEMORY = 1024 * MEGABYTE;
const SPILL = 4096 * MEGABYTE;
/** Of the memory, what the rows of the result may take, once more while they are sent. */
const HEAP_SHARE = 0.6;

/**
 * `runSql` in a process of its own, so that a statement can be stopped however it is spending its time and memory: SQLite
 * holds the thread until the next row.
 * @throws QueryError when the statement is refused or wrong, or time or memory are used up; StoreError when the file cannot be
 * used, or the process ends unasked
 */
export async function runSqlApart(
  path: string,
  sql: string,
  params: SqlParams,
  {
    rows,
    milliseconds,
    bytes = RESULT_BYTES,
    memory = MEMORY,
    spill = SPILL,
    entry = ENTRY,
  }: SqlProcessLimits,
): Promise<SqlResult> {
  const process = new JobProcess<SqlTask>({
    entry,
    title: '查询的进程',
    limits: {
      totalMs: milliseconds,
      rssBytes: memory,
      heapMegabytes: Math.floor((memory * HEAP_SHARE) / MEGABYTE),
      writtenBytes: spill,
    },
  });
  try {
    const result = await process.run({ path, sql, params, rows, bytes, milliseconds });
    if (result.kind === 'died') throw deathOf(result, { milliseconds, memory, spill });
    if (result.kind !== 'done')
      throw new StoreError('failed', 'reason' in result ? result.reason : '查询已停止');
    if (result.answer.kind === 'done') return result.answer.result;
    throw errorOf(result.answer);
  } finally {
    await process.stop();
  }
}

/** What an end that was not asked for means: of a limit, the statement's fault. */
function deathOf(
  { cause, reason }: Death,
  { milliseconds, memory, spill }: Required<Pick<SqlProcessLimits, 'milliseconds' | 'memory' | 'spill'>>,
): Error {
  switch (cause) {
    case 'time':
      return new QueryError(
        `查询超过 ${milliseconds / 1000} 秒，已停止；请缩小范围，或放宽时限（命令行 --timeout）`,
      );
    case 'memory':
      return new QueryError(
        `查询用的内存超过 ${Math.round(memory / MEGABYTE)} MB，已停止；请缩小范围：加条件，少连接几个视图，少并长文字`,
      );
    case 'disk':
      return new QueryError(
        `查询用的临时文件超过 ${Math.round(spill / MEGABYTE)} MB，已停止；请缩小范围：先加条件，再排序、分组、连接`,
      );
    case 'crash':
      return new StoreError('failed', `${reason}；库没有改动，请缩小范围再试`);
  }
}

function errorOf({ name, message, code, unknown }: Extract<SqlAnswer, { kind: 'failed' }>): Error {
  if (name === 'QueryError') return new QueryError(message, { unknown });
  if (name === 'StoreError') return new StoreError(code as StoreErrorCode, message);
  return new Error(message);
}
