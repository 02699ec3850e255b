import Database from 'better-sqlite3';
import { migrate } from './migrate.js';

/** A store of the newest schema without a row, as the bytes of its file: made once, since the migrations take their time. */
let empty: Buffer | undefined;

/** A new store in memory. */
export function memoryDatabase(): Database.Database {
  empty ??= emptyStore();
  return new Database(empty);
}

function emptyStore(): Buffer {
  const db = new Database(':memory:');
  try {
    migrate(db);
    return db.serialize();
  } finally {
    db.close();
  }
}
