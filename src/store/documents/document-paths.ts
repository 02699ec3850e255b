import type { Database } from 'better-sqlite3';
import type { SeenAt } from '../../model/ports/documents.js';
import { prepared } from '../ground/rows.js';

/** Adds a path under which a stored content was seen, with its provenance; what is known is never lost to a null. */
export function addPath(db: Database, sha256: string, seenAt: SeenAt): void {
  db.transaction(() => insertPath(db, sha256, seenAt)).immediate();
}

function insertPath(db: Database, sha256: string, { path, shown, url, published }: SeenAt): void {
  prepared(
    db,
    `INSERT INTO document_paths (sha256, path, shown, url, published) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET shown = excluded.shown, url = coalesce(excluded.url, url),
       published = coalesce(excluded.published, published)`,
  ).run(sha256, path, shown, url, published);
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
export const pathsOf = (db: Database, sha256: string): SeenAt[] =>
  prepared(db, 'SELECT path, shown, url, published FROM document_paths WHERE sha256 = ? ORDER BY path').all(
    sha256,
  ) as SeenAt[];
