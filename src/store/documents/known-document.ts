import type { Diagnostic } from '../../model/diagnostic.js';
import type { DocumentSubject, KnownDocument } from '../../model/ports/documents.js';
import { GAP_CODES } from '../../model/reading-gaps.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { pathsOf } from './document-paths.js';

interface KnownRow extends DocumentSubject {
  reader_version: string;
  tried_version: string;
  outcome: KnownDocument['outcome'];
  reason: string | null;
  read_as: string;
  hints: string | null;
  pictures: KnownDocument['pictures'];
  unread_rows: number;
}

/** What an import must know of a content; null when the store does not have it. */
export function knownDocument(db: Database, sha256: string): KnownDocument | null {
  const row = prepared(
    db,
    `SELECT reader_version, tried_version, outcome, reason, hints, province, city, region, year, department, pictures, unread_rows,
       (SELECT path FROM reading_paths WHERE sha256 = :sha256) AS read_as
     FROM document_rows WHERE sha256 = :sha256`,
  ).get({ sha256 }) as KnownRow | undefined;
  if (!row) return null;
  const gaps = prepared(
    db,
    `SELECT code, message, place FROM diagnostic_rows
     WHERE sha256 = ? AND code IN (SELECT value FROM json_each(?)) ORDER BY ordinal`,
  ).all(sha256, JSON.stringify(GAP_CODES)) as (Omit<Diagnostic, 'place'> & { place: string | null })[];
  const { province, city, region, year, department } = row;
  return {
    readerVersion: row.reader_version,
    triedVersion: row.tried_version,
    outcome: row.outcome,
    reason: row.reason,
    paths: pathsOf(db, sha256),
    readAs: row.read_as,
    hints: row.hints === null ? null : JSON.parse(row.hints),
    subject: { province, city, region, year, department },
    pictures: row.pictures,
    unreadRows: row.unread_rows,
    gaps: gaps.map(({ place, ...each }) => ({ ...each, ...(place === null ? {} : { place }) })),
  };
}
