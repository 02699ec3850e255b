import type { Database } from 'better-sqlite3';
import type { ListedReading, ReadingFilter } from '../../model/ports/documents.js';
import { prepared } from '../ground/rows.js';

/** Readings that ended so, or that a newer reader has not tried or other means may better, by path. Files ignored for their names have none. */
export function listReadings(
  db: Database,
  { outcomes, triedBefore, pictures }: ReadingFilter,
): ListedReading[] {
  const rows = prepared(
    db,
    `SELECT sha256, (SELECT path FROM reading_paths r WHERE r.sha256 = o.sha256) AS readAs,
       (SELECT json_group_array(path) FROM (
         SELECT path FROM document_paths p WHERE p.sha256 = o.sha256 ORDER BY path)) AS paths
     FROM document_rows o
     WHERE reader_version <> 'none'
       AND (:outcomes IS NULL OR outcome IN (SELECT value FROM json_each(:outcomes)))
       AND (:before IS NULL AND :pictures IS NULL
         OR CAST(tried_version AS INTEGER) < CAST(:before AS INTEGER)
         OR pictures IN (SELECT value FROM json_each(:pictures)))
     ORDER BY path, sha256`,
  ).all({
    outcomes: outcomes ? JSON.stringify(outcomes) : null,
    before: triedBefore ?? null,
    pictures: pictures ? JSON.stringify(pictures) : null,
  }) as { sha256: string; readAs: string; paths: string }[];
  return rows.map((row) => ({ ...row, paths: JSON.parse(row.paths) as string[] }));
}
