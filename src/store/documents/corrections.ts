import type { Correction } from '../../model/correction.js';
import type { ReadDocument } from '../../model/document.js';
import { QueryError } from '../../model/facts/query-error.js';
import type { Place } from '../../model/place.js';
import type { ListedCorrection } from '../../model/ports/documents.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { replaceReading } from './replace-reading.js';

/** What persons corrected in a content, by place. */
export const correctionsOf = (db: Database, sha256: string): Correction[] =>
  prepared(db, 'SELECT place, text, reading, at FROM correction_rows WHERE sha256 = ? ORDER BY place').all(
    sha256,
  ) as Correction[];

/**
 * Keeps a correction, apart from the reading, so that it survives every later import of the same content; null takes it back.
 * @param document the reading that follows
 * @throws QueryError when the store has no such document
 */
export function correct(
  db: Database,
  document: ReadDocument,
  place: Place,
  correction: Omit<Correction, 'place'> | null,
): void {
  const { sha256 } = document;
  db.transaction(() => {
    if (!prepared(db, 'SELECT 1 FROM document_rows WHERE sha256 = ?').get(sha256))
      throw new QueryError(`库中没有内容为 ${sha256} 的文档`);
    if (correction) {
      prepared(
        db,
        `INSERT INTO correction_rows (sha256, place, text, reading, at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (sha256, place) DO UPDATE SET text = excluded.text, reading = excluded.reading, at = excluded.at`,
      ).run(sha256, place, correction.text, correction.reading, correction.at);
    } else prepared(db, 'DELETE FROM correction_rows WHERE sha256 = ? AND place = ?').run(sha256, place);
    replaceReading(db, document);
  }).immediate();
}

/** All corrections, by path and place. */
export const listCorrections = (db: Database): ListedCorrection[] =>
  (
    prepared(
      db,
      `SELECT c.sha256, c.place, c.text, c.reading, c.at, o.number, o.path
       FROM correction_rows c LEFT JOIN document_rows o ON o.sha256 = c.sha256
       ORDER BY o.path IS NULL, o.path, c.sha256, c.place`,
    ).all() as (Correction & { sha256: string; number: number | null; path: string | null })[]
  ).map(({ number, path, ...rest }) => ({
    ...rest,
    document: number === null || path === null ? null : { number, path },
  }));
