import { endWithParent } from '../../processes/end-with-parent.js';
import { openDatabase } from '../file/open-database.js';
import { toStoreError } from '../ground/to-store-error.js';
import { runSql } from './run-sql.js';
import type { SqlAnswer, SqlJob } from './run-sql-apart.js';

/** The child's side of `runSqlApart`: answers one statement and ends when the parent is done with it. */
process.on('message', (job: SqlJob) => process.send?.(answer(job)));
endWithParent();
process.on('SIGINT', () => undefined);

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
    };
  }
}
