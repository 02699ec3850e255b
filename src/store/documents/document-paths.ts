import type { KnownPath, SeenAt } from '../../model/ports/documents.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

/** Id of the import that goes on. */
export const THIS_IMPORT = 'SELECT coalesce(max(id), 0) FROM import_rows';

/**
 * Adds a path under which a stored content was seen, with its provenance; what is known is never lost to a null. What an
 * earlier import saw at this path has been replaced there; two contents of one import under one name stand beside each other.
 */
export function addPath(db: Database, sha256: string, seenAt: SeenAt): void {
  db.transaction(() => insertPath(db, sha256, seenAt)).immediate();
}

function insertPath(db: Database, sha256: string, { path, shown, url, published }: SeenAt): void {
  prepared(
    db,
    `INSERT INTO document_paths (sha256, path, shown, url, published) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (sha256, path) DO UPDATE SET shown = excluded.shown, url = coalesce(excluded.url, document_paths.url),
       published = coalesce(excluded.published, document_paths.published), replaced_by = NULL`,
  ).run(sha256, path, shown, url, published);
  prepared(
    db,
    `INSERT INTO path_imports VALUES (?, ?, (${THIS_IMPORT}))
     ON CONFLICT (sha256, path) DO UPDATE SET import = excluded.import`,
  ).run(sha256, path);
  prepared(
    db,
    `UPDATE document_paths SET replaced_by = :sha256 WHERE path = :path AND sha256 <> :sha256 AND NOT EXISTS (
       SELECT 1 FROM path_imports i WHERE i.sha256 = document_paths.sha256 AND i.path = :path AND i.import = (${THIS_IMPORT}))`,
  ).run({ sha256, path });
  prepared(
    db,
    `UPDATE document_rows SET
       path = (SELECT min(shown) FROM document_paths p WHERE p.sha256 = document_rows.sha256),
       (url, published) = (
         SELECT first_value(url) OVER (ORDER BY url IS NULL, path),
                first_value(published) OVER (ORDER BY published IS NULL, path)
         FROM document_paths p WHERE p.sha256 = document_rows.sha256 LIMIT 1)
     WHERE sha256 = ?`,
  ).run(sha256);
}

/** All paths of a content, sorted by the true ones; the document's path is the first of those shown. */
export const pathsOf = (db: Database, sha256: string): KnownPath[] =>
  (
    prepared(
      db,
      `SELECT path, shown, url, published, replaced_by IS NOT NULL AS isReplaced
       FROM document_paths WHERE sha256 = ? ORDER BY path`,
    ).all(sha256) as (Omit<KnownPath, 'isReplaced'> & { isReplaced: number })[]
  ).map((row) => ({ ...row, isReplaced: row.isReplaced === 1 }));
