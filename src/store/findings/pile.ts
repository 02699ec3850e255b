import { deserialize, serialize } from 'node:v8';
import Database from 'better-sqlite3';
import type { Pile, PilePlace } from '../../model/ports/pile.js';

/** Places have so many parts at most. */
const PARTS = 4;
/** KB of the file that are held in memory: each item is written once and read once, and several piles are open at a time. */
const CACHE = 2_000;
const COLUMNS = Array.from({ length: PARTS }, (_, n) => `p${n}`).join(', ');

/** Items kept in a temporary file of SQLite that has no name and is gone when it is closed, as they are cloned (HTML, structured clone). */
export function openPile<T>(placeOf: (item: T) => PilePlace): Pile<T> {
  const db = new Database('');
  db.pragma('journal_mode = OFF');
  db.pragma(`cache_size = -${CACHE}`);
  db.exec(`CREATE TABLE pile (${COLUMNS}, data BLOB)`);
  const insert = db.prepare(`INSERT INTO pile VALUES (${'?, '.repeat(PARTS)}?)`);
  const insertAll = db.transaction((items: readonly T[]) => {
    for (const item of items) {
      const place = placeOf(item);
      insert.run(...Array.from({ length: PARTS }, (_, n) => place[n] ?? null), serialize(item));
    }
  });
  const reading = new Set<IterableIterator<unknown>>();
  return {
    add: (items) => insertAll(items),
    *[Symbol.iterator]() {
      const sorted = db.prepare(`SELECT data FROM pile ORDER BY ${COLUMNS}, rowid`).pluck().iterate();
      reading.add(sorted);
      for (const data of sorted) yield deserialize(data as Buffer) as T;
      reading.delete(sorted);
    },
    close() {
      for (const sorted of reading) sorted.return?.();
      db.close();
    },
  };
}
