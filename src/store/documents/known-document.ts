import type { Database } from 'better-sqlite3';
import { FORM_NOT_RECOGNIZED } from '../../model/diagnostic.js';
import type { KnownDocument } from '../../model/ports/documents.js';
import { prepared } from '../ground/rows.js';
import { pathsOf } from './document-paths.js';

interface KnownRow {
  reader_version: string;
  tried_version: string;
  outcome: KnownDocument['outcome'];
  reason: string | null;
  read_as: string;
  hints: string | null;
  forms: number;
  pictures: KnownDocument['pictures'];
  unread_rows: number;
  unread_places: string;
}

/** What an import must know of a content; null when the store does not have it. */
export function knownDocument(db: Database, sha256: string): KnownDocument | null {
  const row = prepared(
    db,
    `SELECT reader_version, tried_version, outcome, reason, hints, forms, pictures, unread_rows,
       (SELECT path FROM reading_paths WHERE sha256 = :sha256) AS read_as,
       (SELECT json_group_array(place) FROM (
         SELECT place FROM diagnostic_rows
         WHERE sha256 = :sha256 AND code = :code AND place IS NOT NULL ORDER BY ordinal)) AS unread_places
     FROM document_rows WHERE sha256 = :sha256`,
  ).get({ sha256, code: FORM_NOT_RECOGNIZED }) as KnownRow | undefined;
  if (!row) return null;
  return {
    readerVersion: row.reader_version,
    triedVersion: row.tried_version,
    outcome: row.outcome,
    reason: row.reason,
    paths: pathsOf(db, sha256),
    readAs: row.read_as,
    hints: row.hints === null ? null : JSON.parse(row.hints),
    forms: row.forms,
    pictures: row.pictures,
    unreadRows: row.unread_rows,
    unreadPlaces: JSON.parse(row.unread_places) as string[],
  };
}
