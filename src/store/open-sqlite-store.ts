import type { Store, StoreOptions } from '../model/ports/store.js';
import { backUp } from './file/back-up.js';
import { closeDatabase, openDatabase } from './file/open-database.js';
import { toStoreError } from './ground/to-store-error.js';
import { runSql } from './sql/run-sql.js';
import { storeOn } from './store-on.js';

/**
 * Opens a store kept in one SQLite file, creating it where there is none (not with `readOnly`).
 * @throws StoreError when the file is missing (read-only), foreign, damaged, locked or of another version
 */
export function openSqliteStore(
  path: string,
  { now = () => new Date(), ...options }: StoreOptions = {},
): Store {
  const db = openDatabase(path, options);
  const openApart = () => {
    const own = openDatabase(path, { readOnly: true });
    own.exec('BEGIN');
    return { db: own, close: () => void own.close() };
  };
  return storeOn(
    {
      db,
      // A store in memory has one connection only.
      openApart: db.memory ? null : openApart,
      explain: (error) => toStoreError(error, path),
      runSql: (...asked) => runSql(db, ...asked),
      backUp: (file) => backUp(db, file),
      close: () => closeDatabase(db),
    },
    path,
    now,
  );
}
