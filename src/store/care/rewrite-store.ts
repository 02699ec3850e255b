import type { Database } from 'better-sqlite3';
import type { ReadDocument } from '../../model/document.js';
import type { Rewriting } from '../../model/ports/care.js';
import { applyAssignment } from '../documents/apply-assignment.js';
import { documentRow } from '../documents/document-row.js';
import { loadAssignment, loadReading } from '../documents/load-document.js';
import { updateDocumentRow } from '../documents/update-document-row.js';
import { writeReading } from '../documents/write-reading.js';
import { packReading } from '../ground/pack-reading.js';
import { replaceTexts } from './stored-texts.js';

/**
 * Puts other texts and other readings in the place of stored ones, in one transaction.
 * The file is written anew, so that no freed page or entry of the search index still holds what was there.
 */
export function rewriteStore(
  db: Database,
  { texts: changed, contents, reading }: Rewriting,
): { texts: number } {
  const texts = db
    .transaction(() => {
      const replaced = replaceTexts(db, changed);
      for (const sha256 of contents) {
        const stored = loadReading(db, sha256);
        if (stored) rewriteReading(db, reading(stored));
      }
      db.exec(
        'UPDATE document_rows SET path = (SELECT min(shown) FROM document_paths p WHERE p.sha256 = document_rows.sha256)',
      );
      db.exec("INSERT INTO search_index (search_index) VALUES ('optimize')");
      return replaced;
    })
    .immediate();
  db.exec('VACUUM');
  return { texts };
}

/** Puts a reading in the place of the one the store has of this content; paths, hints and what was assigned stay. */
function rewriteReading(db: Database, document: ReadDocument): void {
  const assignment = loadAssignment(db, document.sha256);
  const assigned = applyAssignment(document, assignment);
  const number = updateDocumentRow(db, document.sha256, documentRow(assigned, assignment));
  writeReading(db, number, document, assigned, packReading(document));
}
