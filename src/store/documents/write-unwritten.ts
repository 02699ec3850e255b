import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { loadDocument } from './load-document.js';
import { writeDisclosures } from './write-disclosures.js';

/** Writes the rows of documents that a migration asked for anew, each from its stored reading. */
export function writeUnwritten(db: Database): void {
  const waiting = prepared(
    db,
    'SELECT document AS number, sha256 FROM unwritten_rows JOIN document_rows ON number = document ORDER BY 1',
  ).all() as { number: number; sha256: string }[];
  const write = db.transaction(({ number, sha256 }: { number: number; sha256: string }) => {
    const document = loadDocument(db, sha256);
    if (document) writeDisclosures(db, number, document);
    prepared(db, 'DELETE FROM unwritten_rows WHERE document = ?').run(number);
  });
  for (const each of waiting) write.immediate(each);
}
