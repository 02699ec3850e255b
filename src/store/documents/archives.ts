import type { MemberOfArchive } from '../../model/ports/documents.js';
import type { Database } from '../ground/database.js';
import { insertRows, prepared } from '../ground/rows.js';

/** Members of an archive that was unpacked to its end, by path; null when it never was. */
export function knownArchive(db: Database, sha256: string): MemberOfArchive[] | null {
  const members = prepared(
    db,
    'SELECT path, member AS sha256 FROM archive_rows WHERE sha256 = ? ORDER BY path',
  ).all(sha256) as MemberOfArchive[];
  return members.length > 0 ? members : null;
}

/** Remembers the members of an archive, so that it need not be unpacked again. */
export function saveArchive(db: Database, sha256: string, members: readonly MemberOfArchive[]): void {
  db.transaction(() => {
    prepared(db, 'DELETE FROM archive_rows WHERE sha256 = ?').run(sha256);
    insertRows(db, { archive_rows: members.map(({ path, sha256: member }) => ({ sha256, path, member })) });
  }).immediate();
}
