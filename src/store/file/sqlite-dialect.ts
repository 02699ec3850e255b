import type Sqlite from 'better-sqlite3';
import { entryWords } from '../derived/index-entries.js';
import type { Database, Dialect, EntrySelect, SqlStatement } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { entryOf } from '../ground/search-entry.js';

/** A SQLite database with what it does in its own way. */
export type SqliteDatabase = Sqlite.Database & { readonly dialect: Dialect };

const pragmas = (db: Database): Sqlite.Database => db as unknown as Sqlite.Database;

const SQLITE: Dialect = {
  insertRows: (db, table, rows) => {
    const [first = {}] = rows;
    const insert = insertInto(db, table, Object.keys(first));
    for (const row of rows) insert.run(...Object.values(row));
  },
  // Rows that are alike come as they stand in their table.
  inOrder: ({ name }) => ({ from: name, ties: [] }),
  isOneOfFew: (column, select) => `${column} IN (${select})`,
  writeEntries: (db, entries, [first, last]) => {
    defineIndexWords(db);
    prepared(
      db,
      `WITH e (id, name, body) AS (${selectOf(entries)})
       INSERT INTO search_index (rowid, name, body) SELECT ${entryOf('id', entries.kind)}, name, body FROM e`,
    ).run(first, last);
  },
  tables: (db) => {
    const names = prepared(
      db,
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%'
       ORDER BY name`,
    )
      .pluck()
      .all() as string[];
    return names.map((name) => {
      const infos = prepared(db, 'SELECT name, type, pk FROM pragma_table_info(?)').all(name) as {
        name: string;
        type: string;
        pk: number;
      }[];
      const keys = infos.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
      return {
        name,
        columns: infos.map((each) => ({ name: each.name, isText: each.type === 'TEXT' })),
        keys: keys.map((each) => each.name),
      };
    });
  },
  damage: (db) => {
    const lines = pragmas(db).pragma('integrity_check') as { integrity_check: string }[];
    const broken = pragmas(db).pragma('foreign_key_check') as {
      table: string;
      rowid: number;
      parent: string;
    }[];
    return [
      ...lines
        .filter((line) => line.integrity_check !== 'ok')
        .map((line) => ({ kind: 'integrity' as const, message: line.integrity_check })),
      ...broken.map(({ table, rowid, parent }) => ({
        kind: 'orphan' as const,
        message: `${table} 第 ${rowid} 行在 ${parent} 中没有所属`,
      })),
    ];
  },
  copying: (db, work) => {
    const apart = prepared(
      db,
      "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'index') AND sql IS NOT NULL",
    ).all() as { type: string; name: string; sql: string }[];
    for (const { type, name } of apart) db.exec(`DROP ${type} ${name}`);
    for (const { name } of SQLITE.tables(db)) db.exec(`DELETE FROM ${name}`);
    work((table, columns, rows) => {
      const insert = insertInto(db, table, columns);
      for (const row of rows) insert.run(...row);
    });
    for (const { sql } of apart) db.exec(sql);
  },
  lastIds: {
    read: (db) => {
      const rows = prepared(db, 'SELECT name, seq FROM sqlite_sequence').all() as {
        name: string;
        seq: number;
      }[];
      return Object.fromEntries(rows.map(({ name, seq }) => [name, seq]));
    },
    write: (db, last) => {
      for (const [name, seq] of Object.entries(last)) {
        prepared(db, 'DELETE FROM sqlite_sequence WHERE name = ?').run(name);
        prepared(db, 'INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(name, seq);
      }
    },
  },
  forget: {
    index: (db) => void db.exec("INSERT INTO search_index (search_index) VALUES ('optimize')"),
    rows: (db) => void db.exec('VACUUM'),
  },
};

const insertInto = (db: Database, table: string, columns: readonly string[]): SqlStatement =>
  prepared(db, `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);

/** The database as the rest of the store knows it. */
export const sqliteDatabase = (db: Sqlite.Database): SqliteDatabase => Object.assign(db, { dialect: SQLITE });

function selectOf({ names, texts, table, id, groups }: EntrySelect): string {
  const words = (columns: readonly string[]): string =>
    `index_words(${columns.map((column) => (groups ? `group_concat(${column}, '。')` : column)).join(', ')})`;
  return `SELECT ${id}, ${words(names)}, ${words(texts)} FROM ${table}
    WHERE ${id} BETWEEN ? AND ? ${groups ? `GROUP BY ${id}` : ''}`;
}

const defined = new WeakSet<Database>();

function defineIndexWords(db: Database): void {
  if (defined.has(db)) return;
  pragmas(db).function('index_words', { varargs: true, deterministic: true }, (...texts: unknown[]) =>
    entryWords(texts),
  );
  defined.add(db);
}
