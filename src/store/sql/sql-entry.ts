import { UserError } from '../../model/facts/user-error.js';
import { isServerAddress } from '../../model/server-address.js';
import { serveJobs } from '../../processes/serve-jobs.js';
import { openDatabase } from '../file/open-database.js';
import { toStoreError } from '../ground/to-store-error.js';
import { openServer } from '../server/open-server.js';
import { serverFault } from '../server/server-fault.js';
import { runServerSql } from './run-server-sql.js';
import { runSql } from './run-sql.js';
import type { SqlAnswer, SqlJob, SqlTask } from './run-sql-apart.js';

serveJobs<SqlTask>(async (job) => answer(job));

function answer({ path, sql, params, rows, bytes, milliseconds }: SqlJob): SqlAnswer {
  try {
    const limits = { rows, bytes };
    // The end of this process stops SQLite, but not a server.
    const result = isServerAddress(path)
      ? runServerSql(openServer(path, { readOnly: true }), sql, params, { ...limits, milliseconds })
      : runSql(openDatabase(path, { readOnly: true }), sql, params, limits);
    return { kind: 'done', result };
  } catch (thrown) {
    const error = isServerAddress(path) ? serverFault(thrown) : toStoreError(thrown, path);
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
