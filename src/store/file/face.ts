import type { Database } from 'better-sqlite3';
import { toStoreError } from '../ground/to-store-error.js';
import { readApart } from './read-apart.js';

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
  stream: async function* (read) {
    try {
      yield* readApart(db, path, read);
    } catch (error) {
      throw toStoreError(error, path);
    }
  },
});
