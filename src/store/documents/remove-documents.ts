import { DOCUMENT_NUMBERS, homeNumber } from '../../model/row-id.js';
import { recountFindings } from '../derived/count-findings.js';
import { escapeLike } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { linkVersions } from './link-versions.js';
import { moveDocument } from './place-document.js';

/**
 * Takes documents out of the store, with everything read from them. What a person assigned and answered stays, for the day
 * they are imported again; runs of the audit stay as they were.
 */
export function removeDocuments(db: Database, contents: readonly string[]): void {
  db.transaction(() => {
    for (const sha256 of contents) {
      const numberOf = prepared(db, 'SELECT number FROM document_rows WHERE sha256 = ?').pluck();
      const number = numberOf.get(sha256) as number | undefined;
      if (number === undefined) continue;
      prepared(
        db,
        'DELETE FROM archive_rows WHERE sha256 IN (SELECT sha256 FROM archive_rows WHERE member = ?)',
      ).run(sha256);
      prepared(db, 'DELETE FROM document_rows WHERE number = ?').run(number);
      prepared(db, 'UPDATE document_paths SET replaced_by = NULL WHERE replaced_by = ?').run(sha256);
      recountFindings(db, sha256);
      closeGap(db, number);
    }
    linkVersions(db);
  }).immediate();
}

/** Moves the documents behind a number that became free back towards the number their content asks for. */
function closeGap(db: Database, gap: number): void {
  const holderOf = prepared(db, 'SELECT sha256 FROM document_rows WHERE number = ?').pluck();
  for (let free = gap; ; free = (free + 1) % DOCUMENT_NUMBERS) {
    const next = (free + 1) % DOCUMENT_NUMBERS;
    const holder = holderOf.get(next) as string | undefined;
    if (holder === undefined || homeNumber(holder) === next) return;
    moveDocument(db, { sha256: holder, from: next, to: free });
  }
}

/** Documents all of whose paths lie in a folder or archive, and the number of those that have paths elsewhere too. */
export function documentsBelow(db: Database, folder: string): { sha256: string[]; elsewhere: number } {
  const prefix = escapeLike(folder.replace(/\/+$/, ''));
  const rows = prepared(
    db,
    `SELECT sha256, min(inside) AS inside FROM (
       SELECT sha256, path, iif(path LIKE :folder ESCAPE '\\' OR path LIKE :archive ESCAPE '\\'
         OR shown LIKE :folder ESCAPE '\\' OR shown LIKE :archive ESCAPE '\\', 1, 0) AS inside
       FROM document_paths) p
     GROUP BY sha256 HAVING max(inside) = 1 ORDER BY min(path)`,
  ).all({ folder: `${prefix}/%`, archive: `${prefix}!/%` }) as { sha256: string; inside: number }[];
  const inside = rows.filter((row) => row.inside === 1);
  return { sha256: inside.map(({ sha256 }) => sha256), elsewhere: rows.length - inside.length };
}
