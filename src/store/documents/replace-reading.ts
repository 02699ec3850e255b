import type { ReadDocument } from '../../model/document.js';
import type { Database } from '../ground/database.js';
import { packReading } from '../ground/pack-reading.js';
import { asDecided } from './as-decided.js';
import { documentRow } from './document-row.js';
import { loadAssignment } from './load-document.js';
import { updateDocumentRow } from './update-document-row.js';
import { writeReading } from './write-reading.js';

/** Puts a reading in the place of the one the store has of this content; paths, hints and what was assigned stay. */
export function replaceReading(db: Database, document: ReadDocument): void {
  const assignment = loadAssignment(db, document.sha256);
  const assigned = asDecided(db, document, assignment);
  const number = updateDocumentRow(db, document.sha256, documentRow(assigned, assignment));
  writeReading(db, number, document, assigned, packReading(document));
}
