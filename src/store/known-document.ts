import type { Database } from 'better-sqlite3';
import type { KnownDocument } from '../model/ports.js';
import { pathsOf } from './document-paths.js';
import { prepared } from './rows.js';

interface KnownRow {
  reader_version: string;
  tried_version: string;
  outcome: KnownDocument['outcome'];
  reason: string | null;
  read_as: string;
  hints: string | null;
  forms: number;
}

/** What an import must know of a content; null when the store does not have it. */
export function knownDocument(db: Database, sha256: string): KnownDocument | null {
  const row = prepared(
    db,
    `SELECT reader_version, tried_version, outcome, reason, read_as, hints, forms FROM document_rows
     WHERE sha256 = ?`,
  ).get(sha256) as KnownRow | undefined;
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
  };
}
