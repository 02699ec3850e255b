import type { Database } from '../ground/database.js';
import { prepared, type SqlRow } from '../ground/rows.js';

/** Writes the columns of a content's row anew. @returns the document's number @throws Error where the store has no such document */
export function updateDocumentRow(db: Database, sha256: string, row: SqlRow): number {
  const number = prepared(db, 'SELECT number FROM document_rows WHERE sha256 = ?').pluck().get(sha256);
  if (typeof number !== 'number') throw new Error(`no document ${sha256}`);
  const columns = Object.keys(row).map((column) => `${column} = ?`);
  prepared(db, `UPDATE document_rows SET ${columns.join(', ')} WHERE number = ?`).run(
    ...Object.values(row),
    number,
  );
  return number;
}
