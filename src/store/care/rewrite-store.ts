import type { Database } from 'better-sqlite3';
import type { ReadDocument } from '../../model/document.js';
import type { StoredText } from '../../model/ports/care.js';
import { rewriteReading } from './rewrite-reading.js';
import { replaceTexts } from './stored-texts.js';

/**
 * Puts other texts, then other readings, in the place of stored ones: what a text becomes may depend on the reading as it was.
 * The file is written anew, so that no freed page or entry of the search index still holds what was there.
 */
export function rewriteStore(
  db: Database,
  readings: Iterable<ReadDocument>,
  change: (stored: StoredText) => string,
): { texts: number } {
  const texts = db
    .transaction(() => {
      const replaced = replaceTexts(db, change);
      for (const document of readings) rewriteReading(db, document);
      db.exec(
        'UPDATE document_rows SET path = (SELECT min(shown) FROM document_paths p WHERE p.sha256 = document_rows.sha256)',
      );
      db.exec("INSERT INTO search_index (search_index) VALUES ('optimize')");
      return replaced;
    })
    .immediate();
  db.exec('VACUUM');
  return { texts };
}
