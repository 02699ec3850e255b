import type { Database } from 'better-sqlite3';
import type { ReadDocument } from '../model/document.js';
import { isUnread, type Outcome } from '../model/outcome.js';
import { applyAssignment } from './apply-assignment.js';
import { addPath } from './document-paths.js';
import { documentRow } from './document-row.js';
import { loadAssignment, type Reading } from './load-document.js';
import { packJson } from './pack-json.js';
import { placeDocument } from './place-document.js';
import { insertRows, prepared, type Row } from './rows.js';
import { writeDisclosures } from './write-disclosures.js';

interface Stored {
  number: number;
  reader_version: string;
  outcome: Outcome;
  /** 1 when the stored path sorts before the incoming one. */
  sorts_before: number;
}

/**
 * Stores a document in one transaction, replacing the rows of the same content; what a person assigned is applied.
 * A file ignored for its name never displaces a reading. Of two readings of one content by the same reader the one that was read stands over one that was not, then the one under
 * the path that sorts first (the path may have told region or year): the store does not depend on which came first.
 */
export function saveDocument(db: Database, document: ReadDocument): void {
  db.transaction(() => {
    const stored = prepared(
      db,
      'SELECT number, reader_version, outcome, path < ? AS sorts_before FROM document_rows WHERE sha256 = ?',
    ).get(document.path, document.sha256) as Stored | undefined;
    if (!stored || !stands(stored, document)) {
      const number = stored?.number ?? placeDocument(db, document.sha256);
      writeDocument(db, number, document);
    }
    addPath(db, document.sha256, document);
  }).immediate();
}

function stands(stored: Stored, incoming: ReadDocument): boolean {
  if (incoming.outcome === 'ignored' && stored.outcome !== 'ignored') return true;
  if (stored.reader_version !== incoming.readerVersion) return false;
  const [storedUnread, incomingUnread] = [isUnread(stored.outcome), isUnread(incoming.outcome)];
  return storedUnread === incomingUnread ? stored.sorts_before === 1 : incomingUnread;
}

function writeDocument(db: Database, number: number, document: ReadDocument): void {
  const { sha256, path, forms, claims, disclosures, diagnostics } = document;
  const assignment = loadAssignment(db, sha256);
  const assigned = applyAssignment(document, assignment);
  upsert(db, 'document_rows', { number, sha256, path, ...documentRow(assigned, assignment) });
  const reading: Reading = { forms, claims, disclosures, diagnostics };
  upsert(db, 'document_blobs', { number, reading: packJson(reading), grids: packJson(document.blocks) });
  prepared(db, 'DELETE FROM diagnostic_rows WHERE sha256 = ?').run(sha256);
  insertRows(db, {
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

/** Inserts a row, or updates the columns given of the row with the same `number`. */
function upsert(db: Database, table: string, row: Row): void {
  const columns = Object.keys(row);
  const updates = columns
    .filter((column) => column !== 'number')
    .map((column) => `${column} = excluded.${column}`);
  prepared(
    db,
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (number) DO UPDATE SET ${updates.join(', ')}`,
  ).run(...Object.values(row));
}
