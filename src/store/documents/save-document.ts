import type { ReadDocument } from '../../model/document.js';
import { StoreError } from '../../model/facts/store-error.js';
import type { PackedReading, Parcel, SaveResult } from '../../model/ports/documents.js';
import type { Database } from '../ground/database.js';
import { packReading } from '../ground/pack-reading.js';
import { prepared, type SqlRow } from '../ground/rows.js';
import { asDecided } from './as-decided.js';
import { addPath } from './document-paths.js';
import { documentRow } from './document-row.js';
import { loadAssignment } from './load-document.js';
import { placeDocument } from './place-document.js';
import { compareVersions, type StoredReading, stands } from './stands.js';
import { writeReading } from './write-reading.js';

/**
 * Stores documents in one transaction, each replacing the rows of the same content unless the stored reading stands; what
 * a person assigned is applied. A document too large for the store is left out, the others are stored.
 */
export function saveDocuments(db: Database, parcels: readonly Parcel[]): SaveResult[] {
  const saveOne = db.transaction((parcel: Parcel) => saveDocument(db, parcel));
  return db
    .transaction(() =>
      parcels.map((parcel): SaveResult => {
        try {
          return saveOne(parcel);
        } catch (error) {
          if (error instanceof StoreError && error.code === 'too-large') return 'too-large';
          throw error;
        }
      }),
    )
    .immediate();
}

function saveDocument(db: Database, { document, truePath = document.path, packed }: Parcel): SaveResult {
  const stored = prepared(
    db,
    `SELECT number, reader_version AS readerVersion, tried_version AS triedVersion, outcome, r.path AS readAs, hints, pictures
     FROM document_rows o JOIN reading_paths r USING (sha256) WHERE sha256 = ?`,
  ).get(document.sha256) as (StoredReading & { number: number; triedVersion: string }) | undefined;
  const kept = stored !== undefined && stands(stored, document, truePath);
  if (kept) {
    if (compareVersions(stored.triedVersion, document.readerVersion) < 0) {
      prepared(db, 'UPDATE document_rows SET tried_version = ? WHERE sha256 = ?').run(
        document.readerVersion,
        document.sha256,
      );
    }
  } else {
    const number = stored?.number ?? placeDocument(db, document.sha256);
    writeDocument(db, number, document, packed ?? packReading(document));
    prepared(
      db,
      'INSERT INTO reading_paths (sha256, path) VALUES (?, ?) ON CONFLICT (sha256) DO UPDATE SET path = excluded.path',
    ).run(document.sha256, truePath);
  }
  addPath(db, document.sha256, { ...document, path: truePath, shown: document.path });
  return kept ? 'stands' : 'saved';
}

function writeDocument(db: Database, number: number, document: ReadDocument, packed: PackedReading): void {
  const { sha256, path, hints, printedDate = null, readerVersion } = document;
  const assignment = loadAssignment(db, sha256);
  const assigned = asDecided(db, document, assignment);
  upsert(db, 'document_rows', {
    number,
    sha256,
    path,
    hints: hints ? JSON.stringify(hints) : null,
    printed_date: printedDate,
    tried_version: readerVersion,
    ...documentRow(assigned, assignment),
  });
  writeReading(db, number, document, assigned, packed);
}

/** Inserts a row, or updates the columns given of the row with the same `number`. */
function upsert(db: Database, table: string, row: SqlRow): void {
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
