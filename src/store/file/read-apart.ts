import type { Database } from 'better-sqlite3';
import { openDatabase } from './open-database.js';

/**
 * Rows one after the other for a reader who takes his time, by a connection of their own: they are of one state of the store,
 * and neither it nor its writers wait for him. A store in memory has one connection only; its rows are read at once.
 */
export async function* readApart<T>(
  db: Database,
  path: string,
  read: (own: Database) => Iterable<T>,
): AsyncGenerator<T> {
  if (db.memory) {
    yield* [...read(db)];
    return;
  }
  const own = openDatabase(path, { readOnly: true });
  try {
    own.exec('BEGIN');
    yield* read(own);
  } finally {
    own.close();
  }
}
