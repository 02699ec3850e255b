import type { Database } from 'better-sqlite3';
import type { ReadDocument } from '../model/document.js';
import type { AuditScope } from '../model/finding.js';
import { loadDocument } from './load-document.js';
import { type Condition, regionCondition } from './region-condition.js';

/**
 * Documents of the scope that hold a disclosure, by path, loaded one at a time. A document is in the scope as soon as one of
 * its disclosures is.
 */
export async function* documentsInScope(db: Database, scope: AuditScope): AsyncIterable<ReadDocument> {
  const { sql, params } = scopeCondition(scope);
  const documents = db
    .prepare(`SELECT sha256 FROM document_rows WHERE sha256 IN (${sql}) ORDER BY path, sha256`)
    .pluck()
    .all(...params) as string[];
  for (const sha256 of documents) {
    const document = loadDocument(db, sha256);
    if (document) yield document;
  }
}

/** SQL for the sha256 of the documents in the scope; rules do not narrow it. */
export function scopeCondition({ regions, year, department, documents }: AuditScope): Condition {
  const conditions: Condition[] = [];
  if (regions && regions.length > 0) {
    const each = regions.map((region) => regionCondition(region, 'd'));
    conditions.push({
      sql: `(${each.map((region) => region.sql).join(' OR ')})`,
      params: each.flatMap((region) => region.params),
    });
  }
  if (year !== undefined) conditions.push({ sql: 'd.year = ?', params: [year] });
  if (department !== undefined) {
    conditions.push({ sql: '? IN (d.department, d.department_key)', params: [department] });
  }
  if (documents) {
    conditions.push({
      sql: 'o.sha256 IN (SELECT value FROM json_each(?))',
      params: [JSON.stringify(documents)],
    });
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.map((each) => each.sql).join(' AND ')}` : '';
  return {
    sql: `SELECT o.sha256 FROM disclosure_rows d JOIN document_rows o ON o.number = d.document ${where}`,
    params: conditions.flatMap((each) => each.params),
  };
}
