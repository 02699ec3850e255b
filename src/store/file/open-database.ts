import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { StoreError } from '../../model/facts/store-error.js';
import type { StoreOptions } from '../../model/ports/store.js';
import { placeFault } from '../../model/server-address.js';
import { toStoreError } from '../ground/to-store-error.js';
import { inspectStoreFile } from './inspect-store-file.js';
import { memoryDatabase } from './memory-database.js';
import { migrate, requireCurrentSchema } from './migrate.js';
import { type SqliteDatabase, sqliteDatabase } from './sqlite-dialect.js';
import { waitForCreation } from './wait-for-creation.js';

/** How long a writer waits for another one, in milliseconds. */
const BUSY_TIMEOUT = 10_000;
const BUSY_PAUSE = 50;

type OpenOptions = Omit<StoreOptions, 'now'>;

/**
 * Opens the SQLite file of a store, creating and migrating it unless `readOnly`. One that another program is creating is waited
 * for.
 * @throws StoreError when the path looks like an address, or the file is missing (read-only), foreign, damaged, locked, or of another version
 */
export function openDatabase(path: string, options: OpenOptions = {}): SqliteDatabase {
  const fault = placeFault(path);
  if (fault !== null) throw new StoreError('failed', fault);
  const { readOnly = false, mustExist = readOnly } = options;
  const open = (): SqliteDatabase => openNow(path, { readOnly, mustExist });
  return mustExist && path !== ':memory:' ? waitForCreation(path, open) : open();
}

function openNow(path: string, { readOnly, mustExist }: Required<OpenOptions>): SqliteDatabase {
  const found = inspectStoreFile(path);
  if (found === 'new' && mustExist) {
    throw new StoreError(
      'missing',
      `没有找到明账库 ${path}（文件不存在或为空）；请先运行 mingzhang import，或用 --db 指定库文件`,
    );
  }
  if (!existsSync(dirname(path))) {
    throw new StoreError(
      'missing',
      `文件夹 ${dirname(path)} 不存在，无法建立库文件 ${path}；请先建立该文件夹`,
    );
  }
  let db: SqliteDatabase | undefined;
  try {
    if (path === ':memory:' && !mustExist) return withForeignKeys(memoryDatabase());
    db = withForeignKeys(sqliteDatabase(new Sqlite(path, { readonly: readOnly, timeout: BUSY_TIMEOUT })));
    if (readOnly) {
      requireCurrentSchema(db);
    } else {
      migrate(db);
      // After the migrations: the header of a half-created file must never say WAL while it lacks the application id.
      enterWal(db);
      db.pragma('synchronous = NORMAL');
    }
    return db;
  } catch (error) {
    db?.close();
    throw toStoreError(error, path);
  }
}

function withForeignKeys(db: SqliteDatabase): SqliteDatabase {
  db.pragma('foreign_keys = ON');
  return db;
}

/** SQLite asks no busy handler when the journal mode changes, so the wait for another writer is ours. */
function enterWal(db: SqliteDatabase): void {
  const until = Date.now() + BUSY_TIMEOUT;
  for (;;) {
    try {
      db.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_PAUSE);
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');

/**
 * Closes the store. A writer leaves it as one plain file (no `-wal`, `-shm` beside it), so that it can be copied, and
 * opened from a read-only folder; where another program still has it open, that program keeps the WAL.
 */
export function closeDatabase(db: SqliteDatabase): void {
  if (!db.open) return;
  try {
    if (!db.readonly) leaveWal(db);
  } finally {
    db.close();
  }
}

function leaveWal(db: SqliteDatabase): void {
  try {
    db.pragma('busy_timeout = 0');
    db.pragma('journal_mode = DELETE');
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
}
