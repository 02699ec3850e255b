import type { PictureFate } from '../../model/grid.js';
import type { ListedReading, ReadingFilter } from '../../model/ports/documents.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { compareVersions } from './stands.js';

interface ReadingRow {
  sha256: string;
  triedVersion: string;
  pictures: PictureFate | null;
  readAs: string;
  path: string | null;
}

/** Readings that ended so, or that a newer reader has not tried or other means may better, by path. Files ignored for their names have none. */
export function listReadings(
  db: Database,
  { outcomes, triedBefore, pictures }: ReadingFilter,
): ListedReading[] {
  const rows = prepared(
    db,
    `SELECT o.sha256, o.tried_version AS triedVersion, o.pictures, r.path AS readAs, p.path
     FROM document_rows o
     LEFT JOIN reading_paths r ON r.sha256 = o.sha256
     LEFT JOIN document_paths p ON p.sha256 = o.sha256
     WHERE o.reader_version <> 'none' AND (:outcomes IS NULL OR o.outcome IN (SELECT value FROM json_each(:outcomes)))
     ORDER BY o.path, o.sha256, p.path`,
  ).all({ outcomes: outcomes ? JSON.stringify(outcomes) : null }) as ReadingRow[];
  const isOlder = ({ triedVersion }: ReadingRow): boolean =>
    triedBefore !== undefined && compareVersions(triedVersion, triedBefore) < 0;
  const mayBeBetter = ({ pictures: fate }: ReadingRow): boolean =>
    fate !== null && pictures?.includes(fate) === true;
  const asked = triedBefore !== undefined || pictures !== undefined;
  const found = new Map<string, ListedReading>();
  for (const row of rows) {
    if (asked && !isOlder(row) && !mayBeBetter(row)) continue;
    const { sha256, readAs, path } = row;
    const reading = found.get(sha256) ?? { sha256, readAs, paths: [] };
    if (path !== null) reading.paths.push(path);
    found.set(sha256, reading);
  }
  return [...found.values()];
}
