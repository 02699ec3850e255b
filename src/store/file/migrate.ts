import { readdirSync, readFileSync } from 'node:fs';
import { StoreError } from '../../model/facts/store-error.js';
import { indexAll } from '../derived/search-index.js';
import type { SqliteDatabase } from './sqlite-dialect.js';

const FOLDER = new URL('./migrations/', import.meta.url);

interface Migration {
  version: number;
  file: string;
}

/**
 * Brings the store to the newest schema: every missing migration in order, each in its own transaction with its
 * `user_version`, so that an interrupted one leaves the schema before it. A new store is made in one transaction: the disk is
 * waited for once.
 * @throws StoreError when the store is of a newer version than this program
 */
export function migrate(db: SqliteDatabase): void {
  const migrations = listMigrations();
  refuseNewer(db, migrations);
  const apply = db.transaction((together: Migration[]) => {
    for (const { version, file } of together) {
      if (schemaVersion(db) >= version) continue;
      db.exec(readFileSync(new URL(file, FOLDER), 'utf8'));
      if (version === newestOf(migrations)) fillIndex(db);
      db.pragma(`user_version = ${version}`);
    }
  });
  const isNew = schemaVersion(db) === 0;
  for (const together of isNew ? [migrations] : migrations.map((each) => [each])) {
    if (newestOf(together) > schemaVersion(db)) apply.immediate(together);
  }
}

/**
 * Fills the search index of a store that has none yet, once all columns it is made of are there. A migration that changes what
 * is indexed empties it (`INSERT INTO search_index (search_index) VALUES ('delete-all')`).
 */
function fillIndex(db: SqliteDatabase): void {
  const isEmpty = db.prepare('SELECT NOT EXISTS (SELECT 1 FROM search_index)').pluck().get() === 1;
  if (isEmpty) indexAll(db);
}

/** @throws StoreError when the schema is not the one this program reads; for stores opened read-only */
export function requireCurrentSchema(db: SqliteDatabase): void {
  const migrations = listMigrations();
  refuseNewer(db, migrations);
  const [version, newest] = [schemaVersion(db), newestOf(migrations)];
  if (version < newest) {
    throw new StoreError(
      'older',
      `库文件 ${db.name} 由较早的版本写成（结构 ${version}，当前 ${newest}）；请先运行一次 mingzhang import 或 mingzhang audit，会自动升级并保留全部内容`,
    );
  }
}

function refuseNewer(db: SqliteDatabase, migrations: Migration[]): void {
  const [version, newest] = [schemaVersion(db), newestOf(migrations)];
  if (version > newest) {
    throw new StoreError(
      'newer',
      `库文件 ${db.name} 由更新的版本写成（结构 ${version}，本程序只认识到 ${newest}）；请升级 mingzhang，或用 --db 指定另一个库`,
    );
  }
}

const schemaVersion = (db: SqliteDatabase): number => Number(db.pragma('user_version', { simple: true }));

const newestOf = (migrations: Migration[]): number => migrations.at(-1)?.version ?? 0;

/** `001-tables.sql` is version 1. */
function listMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((file) => /^\d{3}-.+\.sql$/.test(file))
    .sort()
    .map((file) => ({ version: Number(file.slice(0, 3)), file }));
}
