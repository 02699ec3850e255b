import type { ReadDocument } from '../../model/document.js';
import type { PackedReading } from '../../model/ports/documents.js';
import type { Database } from '../ground/database.js';
import { insertRows, prepared } from '../ground/rows.js';
import { unreadCellRows } from './cell-rows.js';
import { writeDisclosures } from './write-disclosures.js';

/** Writes everything that follows from the reading of a document whose row stands. @param assigned the same with what a person assigned */
export function writeReading(
  db: Database,
  number: number,
  document: ReadDocument,
  assigned: ReadDocument,
  { reading, grids }: PackedReading,
): void {
  const { sha256, diagnostics } = document;
  prepared(
    db,
    `INSERT INTO document_blobs (number, reading, grids) VALUES (?, ?, ?)
     ON CONFLICT (number) DO UPDATE SET reading = excluded.reading, grids = excluded.grids`,
  ).run(number, Buffer.from(reading), Buffer.from(grids));
  prepared(db, 'DELETE FROM diagnostic_rows WHERE sha256 = ?').run(sha256);
  prepared(db, 'DELETE FROM unread_cell_rows WHERE document = ?').run(number);
  insertRows(db, {
    unread_cell_rows: unreadCellRows(number, document),
    diagnostic_rows: diagnostics.map(({ code, message, place = null }, ordinal) => ({
      sha256,
      ordinal,
      code,
      message,
      place,
    })),
  });
  writeDisclosures(db, number, assigned);
}
