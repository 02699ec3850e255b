import type { SqlLimits, SqlParams, SqlResult } from '../../model/ports/questions.js';
import type { Database } from './database.js';

/** What keeps a store: a file, or a server. */
export interface Engine {
  db: Database;
  /**
   * Another connection, which sees the store as it is now until it is closed: for a reader who takes his time, for whom neither the
   * store nor its writers wait. null where there is one connection only.
   */
  openApart: (() => { db: Database; close(): void }) | null;
  /** What is wrong with the file or the server, in words; any other error as it is. */
  explain(error: unknown): unknown;
  /** One SELECT of a person's. */
  runSql(sql: string, params?: SqlParams, limits?: SqlLimits): SqlResult;
  /** Writes a copy to a new file. */
  backUp(file: string): void;
  /** Asked again, it does nothing. */
  close(): void;
  /** Closes what has failed: nothing more is written. */
  abandon(): void;
}

/** How answers of the engine, which are there at once, are given: by promise, with what is wrong with it in words. */
export interface Face {
  ask<T>(answer: () => T): Promise<T>;
  /** Rows one after the other, of one state of the store. */
  stream<T>(read: (own: Database) => Iterable<T>): AsyncIterable<T>;
  explain(error: unknown): unknown;
}

export const createFace = ({ db, openApart, explain }: Engine): Face => ({
  ask: async (answer) => {
    try {
      return answer();
    } catch (error) {
      throw explain(error);
    }
  },
  stream: (read) => readApart(db, openApart, explain, read),
  explain,
});

async function* readApart<T>(
  db: Database,
  openApart: Engine['openApart'],
  explain: Engine['explain'],
  read: (own: Database) => Iterable<T>,
): AsyncGenerator<T> {
  let own: ReturnType<NonNullable<Engine['openApart']>> | undefined;
  try {
    own = openApart?.();
    for (const each of own ? read(own.db) : [...read(db)]) yield each;
  } catch (error) {
    throw explain(error);
  } finally {
    own?.close();
  }
}
