import type { Database } from 'better-sqlite3';
import { toStoreError } from '../ground/to-store-error.js';
import { openDatabase } from './open-database.js';

/** How answers of the engine, which are there at once, are given: by promise, with what is wrong with the file in words. */
export interface Face {
  ask<T>(answer: () => T): Promise<T>;
  /** One after the other, see `readApart`. */
  stream<T>(read: (own: Database) => Iterable<T>): AsyncIterable<T>;
}

export const createFace = (db: Database, path: string): Face => ({
  ask: async (answer) => {
    try {
      return answer();
    } catch (error) {
      throw toStoreError(error, path);
    }
  },
  stream: (read) => readApart(db, path, read),
});

/**
 * Rows one after the other for a reader who takes his time, by a connection of their own: they are of one state of the store,
 * and neither it nor its writers wait for him. A store in memory has one connection only; its rows are read at once.
 */
async function* readApart<T>(
  db: Database,
  path: string,
  read: (own: Database) => Iterable<T>,
): AsyncGenerator<T> {
  let own: Database | undefined;
  try {
    if (!db.memory) {
      own = openDatabase(path, { readOnly: true });
      own.exec('BEGIN');
    }
    for (const each of own ? read(own) : [...read(db)]) yield each;
  } catch (error) {
    throw toStoreError(error, path);
  } finally {
    own?.close();
  }
}
