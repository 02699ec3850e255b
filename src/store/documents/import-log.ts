import type { ImportGiven, ImportRecord, ImportResult } from '../../model/import-record.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

/** How much of an import the log keeps: the documents themselves tell the rest. */
const KEPT_GIVEN = 10;
const KEPT_FAILURES = 200;

/** Writes down that an import begins; answers its id. @param at ISO 8601 */
export function beginImport(db: Database, { kind, paths }: ImportGiven, at: string): number {
  const given = JSON.stringify(paths.slice(0, KEPT_GIVEN));
  const begin = prepared(
    db,
    `INSERT INTO import_rows (id, kind, given, given_count, started)
     SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ? FROM import_rows RETURNING id`,
  ).pluck();
  return db.transaction(() => begin.get(kind, given, paths.length, at) as number).immediate();
}

/** Writes down how an import ended, or why it broke off. @param at ISO 8601 */
export function endImport(
  db: Database,
  id: number,
  end: { result: ImportResult } | { error: string },
  at: string,
): void {
  const failures = 'result' in end ? end.result.failures : [];
  prepared(db, 'UPDATE import_rows SET ended = ?, result = ?, failure_count = ?, error = ? WHERE id = ?').run(
    at,
    'result' in end ? JSON.stringify(keptOf(end.result)) : null,
    failures.length,
    'error' in end ? end.error : null,
    id,
  );
}

const keptOf = (result: ImportResult): ImportResult => ({
  files: result.files,
  archives: result.archives,
  outcomes: result.outcomes,
  unchanged: result.unchanged,
  duplicates: result.duplicates,
  kept: result.kept,
  failures: result.failures.slice(0, KEPT_FAILURES),
  skipped: result.skipped.slice(0, KEPT_FAILURES),
  left: result.left,
  newest: result.newest,
});

/** The latest imports, newest first. */
export function listImports(db: Database, limit: number): ImportRecord[] {
  const rows = prepared(
    db,
    `SELECT id, kind, given, given_count AS givenCount, started, ended, result, failure_count AS failureCount, error
     FROM import_rows ORDER BY id DESC LIMIT ?`,
  ).all(limit) as (Omit<ImportRecord, 'given' | 'result'> & { given: string; result: string | null })[];
  return rows.map((row) => ({
    ...row,
    given: JSON.parse(row.given) as string[],
    result: row.result === null ? null : resultOf(row.result),
  }));
}

/** Logs of older versions know nothing of what was skipped, nor which documents were stored. */
const resultOf = (text: string): ImportResult => {
  const result = JSON.parse(text) as Omit<ImportResult, 'skipped'> & Partial<ImportResult>;
  return { ...result, skipped: result.skipped ?? [], newest: result.newest ?? [] };
};
