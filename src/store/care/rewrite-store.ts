import type { Rewriting } from '../../model/ports/care.js';
import { loadReading } from '../documents/load-document.js';
import { replaceReading } from '../documents/replace-reading.js';
import type { Database } from '../ground/database.js';
import { replaceTexts } from './stored-texts.js';

/**
 * Puts other texts and other readings in the place of stored ones, in one transaction.
 * The file is written anew, so that no freed page or entry of the search index still holds what was there.
 */
export function rewriteStore(
  db: Database,
  { texts: changed, contents, reading }: Rewriting,
): { texts: number } {
  const texts = db
    .transaction(() => {
      const replaced = replaceTexts(db, changed);
      // They tell of rows as they were written.
      if (replaced > 0) db.exec('DELETE FROM content_rows');
      for (const sha256 of contents) {
        const stored = loadReading(db, sha256);
        if (stored) replaceReading(db, reading(stored));
      }
      db.exec(
        'UPDATE document_rows SET path = (SELECT min(shown) FROM document_paths p WHERE p.sha256 = document_rows.sha256)',
      );
      db.dialect.forget.index(db);
      return replaced;
    })
    .immediate();
  db.dialect.forget.rows(db);
  return { texts };
}
