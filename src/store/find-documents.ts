import type { Database } from 'better-sqlite3';
import { escapeLike } from './condition.js';
import { prepared } from './rows.js';

/**
 * Documents a person may mean: by id (`d5`, `5`), by the first 8 or more digits of the sha256, by a path as imported, or by
 * the end of one (`教育局.docx`, `2023/教育局.docx`).
 * @returns their sha256, sorted by path; empty where none fits
 */
export function findDocuments(db: Database, wanted: string): string[] {
  const byId = /^d?(\d{1,11})$/.exec(wanted)?.[1];
  const byHash = /^[0-9a-f]{8,64}$/.test(wanted) ? `${wanted}*` : null;
  return prepared(
    db,
    `SELECT sha256 FROM document_rows o
     WHERE number = ? OR sha256 GLOB ?
       OR EXISTS (SELECT 1 FROM document_paths p WHERE p.sha256 = o.sha256
         AND (p.path = ? OR p.path LIKE ? ESCAPE '\\' OR p.path LIKE ? ESCAPE '\\'))
     ORDER BY path, sha256`,
  )
    .pluck()
    .all(
      byId === undefined ? null : Number(byId),
      byHash,
      wanted,
      `%/${escapeLike(wanted)}`,
      `%!/${escapeLike(wanted)}`,
    ) as string[];
}
