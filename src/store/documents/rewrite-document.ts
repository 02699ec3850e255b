import { QueryError } from '../../model/facts/query-error.js';
import type { Database } from '../ground/database.js';
import { asDecided } from './as-decided.js';
import { documentRow } from './document-row.js';
import { loadAssignment, loadReading } from './load-document.js';
import { updateDocumentRow } from './update-document-row.js';
import { writeDisclosures } from './write-disclosures.js';

/** Writes everything that follows from the stored reading of a content anew, as people decided. @throws QueryError where the store lacks it */
export function rewriteDocument(db: Database, sha256: string): void {
  const reading = loadReading(db, sha256);
  if (!reading) throw new QueryError(`库中没有内容为 ${sha256} 的文档`);
  const assignment = loadAssignment(db, sha256);
  const decided = asDecided(db, reading, assignment);
  writeDisclosures(db, updateDocumentRow(db, sha256, documentRow(decided, assignment)), decided);
}
