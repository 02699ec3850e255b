import type { Database } from 'better-sqlite3';
import type { Store, StoreOptions } from '../model/ports/store.js';
import { carePort } from './care-port.js';
import { cyclesPort } from './cycles-port.js';
import { writeUnwritten } from './documents/write-unwritten.js';
import { documentsPort } from './documents-port.js';
import { createFace } from './file/face.js';
import { closeDatabase, openDatabase } from './file/open-database.js';
import { findingsPort } from './findings-port.js';
import { toStoreError } from './ground/to-store-error.js';
import { namesPort } from './names-port.js';
import { questionsPort } from './questions-port.js';
import { savedQuestionsPort } from './saved-questions-port.js';

/**
 * Opens a store kept in one SQLite file, creating it where there is none (not with `readOnly`).
 * @throws StoreError when the file is missing (read-only), foreign, damaged, locked or of another version
 */
export function openSqliteStore(
  path: string,
  { now = () => new Date(), ...options }: StoreOptions = {},
): Store {
  const db = openDatabase(path, options);
  if (!db.readonly) finishMigration(db, path);
  const face = createFace(db, path);
  const at = (): string => now().toISOString();
  return {
    path,
    ...documentsPort(db, face, path, at),
    ...questionsPort(db, face),
    ...savedQuestionsPort(db, face, at),
    ...findingsPort(db, face, at),
    ...cyclesPort(db, face),
    ...namesPort(db, face, at),
    ...carePort(db, face),
    close: () => face.ask(() => closeDatabase(db)),
  };
}

/** What a migration left to be written; a store that cannot be written is closed again. */
function finishMigration(db: Database, path: string): void {
  try {
    writeUnwritten(db);
  } catch (error) {
    db.close();
    throw toStoreError(error, path);
  }
}
