import type { AuditScope } from '../../model/finding.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

export const beginRun = (db: Database, scope: AuditScope, at: string, documents: number): number =>
  prepared(
    db,
    `INSERT INTO run_rows (id, at, scope, documents)
     SELECT coalesce(max(id), 0) + 1, ?, ?, ? FROM run_rows RETURNING id`,
  )
    .pluck()
    .get(at, JSON.stringify(scope), documents) as number;

/** The audit of everything of which only looks at documents have been made so far; null where there is none. */
export const openRun = (db: Database): number | null =>
  (prepared(
    db,
    `SELECT r.id FROM run_rows r
     WHERE r.id = (SELECT max(id) FROM run_rows WHERE scope = '{}')
       AND NOT EXISTS (SELECT 1 FROM run_rule_rows c WHERE c.run = r.id)`,
  )
    .pluck()
    .get() ?? null) as number | null;
