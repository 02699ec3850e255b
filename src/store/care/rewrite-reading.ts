import type { Database } from 'better-sqlite3';
import type { ReadDocument } from '../../model/document.js';
import { applyAssignment } from '../documents/apply-assignment.js';
import { documentRow } from '../documents/document-row.js';
import { loadAssignment } from '../documents/load-document.js';
import { writeReading } from '../documents/write-reading.js';
import { packReading } from '../ground/pack-reading.js';
import { prepared } from '../ground/rows.js';

/** Puts a reading in the place of the one the store has of this content; paths, hints and what was assigned stay. */
export function rewriteReading(db: Database, document: ReadDocument): void {
  const assignment = loadAssignment(db, document.sha256);
  const assigned = applyAssignment(document, assignment);
  const row = documentRow(assigned, assignment);
  const number = prepared(db, 'SELECT number FROM document_rows WHERE sha256 = ?')
    .pluck()
    .get(document.sha256) as number;
  prepared(
    db,
    `UPDATE document_rows SET ${Object.keys(row)
      .map((column) => `${column} = ?`)
      .join(', ')} WHERE number = ?`,
  ).run(...Object.values(row), number);
  writeReading(db, number, document, assigned, packReading(document));
}
