import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

/**
 * Writes a copy of the store as it is at this moment; an import may go on meanwhile (the copy is one read transaction). The
 * file appears under its name only when it is whole and on disk.
 */
export function backUp(db: Database, file: string): void {
  const unfinished = `${file}.part`;
  rmSync(unfinished, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(unfinished);
    const written = openSync(unfinished, 'r+');
    try {
      fsyncSync(written);
    } finally {
      closeSync(written);
    }
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
