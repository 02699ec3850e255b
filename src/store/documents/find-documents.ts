import type { Database } from 'better-sqlite3';
import { escapeLike } from '../ground/condition.js';
import { prepared } from '../ground/rows.js';

/**
 * Documents a person may mean: by id (`d5`, `5`), by the first 8 or more digits of the sha256, by a path as imported or as
 * shown, or by the end of one (`教育局.docx`, `2023/教育局.docx`).
 * @returns their sha256, sorted by path; empty where none fits
 */
export function findDocuments(db: Database, wanted: string): string[] {
  const byId = /^d?(\d{1,11})$/.exec(wanted)?.[1];
  const byHash = /^[0-9a-f]{8,64}$/.test(wanted) ? `${wanted}*` : null;
  return prepared(
    db,
    `SELECT sha256 FROM document_rows o
     WHERE number = :number OR sha256 GLOB :hash
       OR EXISTS (SELECT 1 FROM document_paths p WHERE p.sha256 = o.sha256
         AND (:path IN (p.path, p.shown)
           OR p.path LIKE :file ESCAPE '\\' OR p.path LIKE :member ESCAPE '\\'
           OR p.shown LIKE :file ESCAPE '\\' OR p.shown LIKE :member ESCAPE '\\'))
     ORDER BY path, sha256`,
  )
    .pluck()
    .all({
      number: byId === undefined ? null : Number(byId),
      hash: byHash,
      path: wanted,
      file: `%/${escapeLike(wanted)}`,
      member: `%!/${escapeLike(wanted)}`,
    }) as string[];
}
