import Sqlite from 'better-sqlite3';
import { migrate } from './migrate.js';
import { type SqliteDatabase, sqliteDatabase } from './sqlite-dialect.js';

/** A store of the newest schema without a row, as the bytes of its file: made once, since the migrations take their time. */
let empty: Buffer | undefined;

/** A new store in memory. */
export function memoryDatabase(): SqliteDatabase {
  empty ??= emptyStore();
  return sqliteDatabase(new Sqlite(empty));
}

function emptyStore(): Buffer {
  const db = sqliteDatabase(new Sqlite(':memory:'));
  try {
    migrate(db);
    return db.serialize();
  } finally {
    db.close();
  }
}
