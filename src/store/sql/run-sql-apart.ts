import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { QueryError } from '../../model/facts/query-error.js';
import { StoreError, type StoreErrorCode } from '../../model/facts/store-error.js';
import type { SqlParams, SqlResult } from '../../model/ports/questions.js';
import { residentBytes, writtenBytes } from '../../processes/process-figures.js';

const ENTRY = fileURLToPath(new URL('./sql-entry.js', import.meta.url));
const WATCH_MS = 50;
const LAST_WORDS = 4096;
const MEGABYTE = 1024 ** 2;

export interface SqlJob {
  path: string;
  sql: string;
  params: SqlParams;
  rows: number | undefined;
  bytes: number;
}

export type SqlAnswer =
  | { kind: 'done'; result: SqlResult }
  | { kind: 'failed'; name: string; message: string; code: string | null };

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
  const child = fork(entry, {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${Math.floor((memory * HEAP_SHARE) / MEGABYTE)}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  try {
    const answer = await answerOf(child, { path, sql, params, rows, bytes }, { milliseconds, memory, spill });
    if (answer.kind === 'done') return answer.result;
    throw errorOf(answer);
  } finally {
    child.kill('SIGKILL');
  }
}

const answerOf = (
  child: ChildProcess,
  job: SqlJob,
  { milliseconds, memory, spill }: Required<Pick<SqlProcessLimits, 'milliseconds' | 'memory' | 'spill'>>,
): Promise<SqlAnswer> =>
  new Promise((resolve, reject) => {
    let lastWords = '';
    const timer = setTimeout(
      () =>
        settle(() =>
          reject(
            new QueryError(`查询超过 ${milliseconds / 1000} 秒，已停止；请缩小范围，或用 --timeout 放宽`),
          ),
        ),
      milliseconds,
    );
    const watch = setInterval(() => {
      if ((residentBytes(child.pid) ?? 0) > memory) settle(() => reject(outOfMemory(memory)));
      if ((writtenBytes(child.pid) ?? 0) > spill) settle(() => reject(tooMuchSorted(spill)));
    }, WATCH_MS);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      clearInterval(watch);
      act();
    };
    child.stderr?.on('data', (piece: Buffer) => {
      lastWords = (lastWords + piece.toString('utf8')).slice(-LAST_WORDS);
    });
    child.on('message', (answer: SqlAnswer) => settle(() => resolve(answer)));
    child.on('error', (error) => settle(() => reject(error)));
    child.on('close', () => settle(() => reject(deathOf(child, lastWords, memory))));
    child.send(job, () => undefined);
  });

const outOfMemory = (memory: number): QueryError =>
  new QueryError(
    `查询用的内存超过 ${Math.round(memory / MEGABYTE)} MB，已停止；请缩小范围：加条件，少连接几个视图，少并长文字`,
  );

const tooMuchSorted = (spill: number): QueryError =>
  new QueryError(
    `查询用的临时文件超过 ${Math.round(spill / MEGABYTE)} MB，已停止；请缩小范围：先加条件，再排序、分组、连接`,
  );

/** What an end that was not asked for means; the system ends what takes too much memory by SIGKILL. */
function deathOf({ exitCode, signalCode }: ChildProcess, lastWords: string, memory: number): Error {
  if (signalCode === 'SIGKILL' || /heap (limit|out of memory)|allocation failed/i.test(lastWords)) {
    return outOfMemory(memory);
  }
  const detail = lastWords.trim().split('\n').at(-1) || `${signalCode ?? exitCode}`;
  return new StoreError('failed', `查询的进程意外结束，库没有改动；请缩小范围再试（技术细节：${detail}）`);
}

function errorOf({ name, message, code }: Extract<SqlAnswer, { kind: 'failed' }>): Error {
  if (name === 'QueryError') return new QueryError(message);
  if (name === 'StoreError') return new StoreError(code as StoreErrorCode, message);
  return new Error(message);
}
