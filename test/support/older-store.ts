import { readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { indexAll } from '../../src/store/derived/search-index.js';
import { sqliteDatabase } from '../../src/store/file/sqlite-dialect.js';

const MIGRATIONS = new URL('../../src/store/file/migrations/', import.meta.url);

/** The first version whose writer kept a search index. */
const WITH_SEARCH = 5;

/** Columns of earlier schemas whose values stand elsewhere today. */
const MOVED: Record<string, string> = {
  'document_rows.read_as':
    '(SELECT r.path FROM today.reading_paths r WHERE r.sha256 = today.document_rows.sha256)',
};

/** Columns that are indexed today and blank in every row an earlier reader wrote: their index is the same without them. */
const INDEXED_LATER = [
  ['indicator_rows', 'deviation'],
  ['work_plan_rows', 'actual'],
] as const;

/** Schema versions there have been before today's. */
export const olderVersions = (): number[] =>
  readdirSync(MIGRATIONS)
    .map((file) => Number(file.slice(0, 3)))
    .sort((a, b) => a - b)
    .slice(0, -1);

/**
 * Writes a store as a program of an earlier schema would have left it: its tables, with those rows and columns of a store
 * of today that they have.
 */
export function writeOlderStore(path: string, version: number, today: string): void {
  const db = new Database(path);
  for (const file of readdirSync(MIGRATIONS).sort()) {
    if (Number(file.slice(0, 3)) <= version) db.exec(readFileSync(new URL(file, MIGRATIONS), 'utf8'));
  }
  db.prepare('ATTACH ? AS today').run(today);
  db.pragma('foreign_keys = OFF');
  const tables = db
    .prepare(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table'
         AND (name LIKE '%\\_rows' ESCAPE '\\' OR name IN ('document_paths', 'reading_paths', 'document_blobs'))`,
    )
    .pluck()
    .all() as string[];
  for (const table of tables) copyRows(db, table);
  if (version >= WITH_SEARCH) indexAsThen(db);
  db.pragma(`user_version = ${version}`);
  db.close();
}

function indexAsThen(db: Database.Database): void {
  const added = INDEXED_LATER.filter(
    ([table, column]) => !db.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(table, column),
  );
  for (const [table, column] of added) db.exec(`ALTER TABLE ${table} ADD COLUMN ${column} TEXT`);
  indexAll(sqliteDatabase(db));
  for (const [table, column] of added) db.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`);
}

function copyRows(db: Database.Database, table: string): void {
  const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
  const values = columns.map((name) => MOVED[`${table}.${name}`] ?? name);
  db.exec(
    `DELETE FROM main.${table};
     INSERT INTO main.${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM today.${table}`,
  );
}
