import type { ReadDocument } from '../../model/document.js';
import type { AuditScope } from '../../model/finding.js';
import { scopeCondition } from '../conditions/scope-condition.js';
import type { Database } from '../ground/database.js';
import { loadDocument } from './load-document.js';

/** Documents with a disclosure in the scope, by path, loaded one at a time; those a later version supersedes are left out. */
export async function* documentsInScope(db: Database, scope: AuditScope): AsyncIterable<ReadDocument> {
  const { sql, params } = scopeCondition(scope);
  const documents = db
    .prepare(
      `SELECT o.sha256 FROM document_rows o
       WHERE o.superseded_by IS NULL AND EXISTS (SELECT 1 FROM disclosure_rows d WHERE d.document = o.number AND ${sql})
       ORDER BY o.path, o.sha256`,
    )
    .pluck()
    .all(...params) as string[];
  for (const sha256 of documents) {
    const document = loadDocument(db, sha256);
    if (document) yield document;
  }
}
