import { UserError } from '../../model/facts/user-error.js';
import { serveJobs } from '../../processes/serve-jobs.js';
import { openDatabase } from '../file/open-database.js';
import { toStoreError } from '../ground/to-store-error.js';
import { runSql } from './run-sql.js';
import type { SqlAnswer, SqlJob, SqlTask } from './run-sql-apart.js';

serveJobs<SqlTask>(async (job) => answer(job));

function answer({ path, sql, params, rows, bytes }: SqlJob): SqlAnswer {
  try {
    const db = openDatabase(path, { readOnly: true });
    return { kind: 'done', result: runSql(db, sql, params, { rows, bytes }) };
  } catch (thrown) {
    const error = toStoreError(thrown, path);
    if (!(error instanceof Error)) throw thrown;
    return {
      kind: 'failed',
      name: error.name,
      message: error.message,
      code: 'code' in error ? String(error.code) : null,
      ...(error instanceof UserError && error.unknown ? { unknown: error.unknown } : {}),
    };
  }
}
