import { QueryError } from '../../model/facts/query-error.js';
import type {
  AssignedDocument,
  Assignment,
  AssignPreview,
  DocumentSubject,
  Repair,
} from '../../model/ports/documents.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { asDecided } from './as-decided.js';
import { loadAssignment, loadReading } from './load-document.js';
import { rewriteDocument } from './rewrite-document.js';
import { sharedSubject } from './subject.js';

/**
 * Sets region, year or department of documents by a person's hand, all or none; fields left out keep what was assigned before.
 * Kept apart from the readings, so that it survives every later import of the same content, and with what was assigned before.
 * @returns number of the repair; that of one taken back is never used again
 * @throws QueryError when the store lacks one of the documents, or none is given
 */
export function assign(
  db: Database,
  documents: readonly AssignedDocument[],
  { who, at }: { who: string | null; at: string },
): number {
  const write = db.transaction((): number => {
    const [first] = documents;
    if (!first) throw new QueryError('没有要指定的文档');
    const repair = prepared(db, 'INSERT INTO repair_rows (who, at, given) VALUES (?, ?, ?) RETURNING id')
      .pluck()
      .get(who, at, JSON.stringify(first.assignment)) as number;
    for (const { sha256, assignment } of documents) {
      const before = loadAssignment(db, sha256);
      prepared(db, 'INSERT INTO repaired_rows (sha256, repair, before) VALUES (?, ?, ?)').run(
        sha256,
        repair,
        before === null ? null : JSON.stringify(before),
      );
      saveAssignment(db, sha256, merge(before, assignment));
      rewriteDocument(db, sha256);
    }
    return repair;
  });
  return write.immediate();
}

/** What documents would be assigned to; nothing is changed. Those the store lacks are left out. */
export const previewAssignments = (db: Database, documents: readonly AssignedDocument[]): AssignPreview[] =>
  documents.flatMap(({ sha256, assignment }) => {
    const reading = loadReading(db, sha256);
    if (!reading) return [];
    const before = loadAssignment(db, sha256);
    const subject = (as: Assignment | null): DocumentSubject => {
      const { province, city, region, year, department } = sharedSubject(asDecided(db, reading, as), as);
      return { province, city, region, year, department };
    };
    return [
      { sha256, path: reading.path, before: subject(before), after: subject(merge(before, assignment)) },
    ];
  });

interface RepairRow {
  id: number;
  who: string | null;
  at: string;
  given: string;
  documents: number;
  overtaken: number;
}

/** The latest repairs, newest first. */
export const listRepairs = (db: Database, limit: number): Repair[] =>
  (
    prepared(
      db,
      `SELECT r.id, r.who, r.at, r.given, count(*) AS documents,
         count(*) FILTER (
           WHERE EXISTS (SELECT 1 FROM repaired_rows l WHERE l.sha256 = o.sha256 AND l.repair > o.repair)) AS overtaken
       FROM repair_rows r JOIN repaired_rows o ON o.repair = r.id
       GROUP BY r.id ORDER BY r.id DESC LIMIT ?`,
    ).all(limit) as RepairRow[]
  ).map(({ given, ...row }) => ({ ...row, given: JSON.parse(given) as Assignment }));

/**
 * Takes a repair back: each of its documents is assigned to what it was before.
 * @returns how many documents
 * @throws QueryError where there is no such repair, or some of its documents were assigned again since
 */
export function takeRepairBack(db: Database, repair: number): number {
  const undo = db.transaction((): number => {
    const documents = prepared(db, 'SELECT sha256 FROM repaired_rows WHERE repair = ? ORDER BY sha256')
      .pluck()
      .all(repair) as string[];
    if (documents.length === 0) throw new QueryError(`没有第 ${repair} 次指定，或已经撤回`);
    const later = documents.map((sha256) => lastRepair(db, sha256)).filter((last) => last !== repair);
    if (later.length > 0) {
      throw new QueryError(
        `第 ${repair} 次指定的文档里有 ${later.length} 份后来又指定过（第 ${Math.max(...later.map(Number))} 次）；请先撤回后来的`,
      );
    }
    for (const sha256 of documents) takeBack(db, sha256);
    return documents.length;
  });
  return undo.immediate();
}

/**
 * Takes the last assignment of each document back; one made before assignments were written down is taken back whole.
 * @throws QueryError where one of them has none, or is not in the store
 */
export function takeAssignmentsBack(db: Database, documents: readonly string[]): void {
  db.transaction(() => {
    for (const sha256 of documents) takeBack(db, sha256);
  }).immediate();
}

const lastRepair = (db: Database, sha256: string): number | null =>
  prepared(db, 'SELECT max(repair) FROM repaired_rows WHERE sha256 = ?').pluck().get(sha256) as number | null;

function takeBack(db: Database, sha256: string): void {
  if (loadAssignment(db, sha256) === null) {
    throw new QueryError(`内容为 ${sha256.slice(0, 12)} 的文档没有指定过，无可撤回`);
  }
  const repair = lastRepair(db, sha256);
  const before =
    repair === null
      ? null
      : (prepared(db, 'SELECT before FROM repaired_rows WHERE sha256 = ? AND repair = ?')
          .pluck()
          .get(sha256, repair) as string | null);
  prepared(db, 'DELETE FROM repaired_rows WHERE sha256 = ? AND repair = ?').run(sha256, repair);
  prepared(
    db,
    'DELETE FROM repair_rows WHERE id = ? AND NOT EXISTS (SELECT 1 FROM repaired_rows WHERE repair = id)',
  ).run(repair);
  if (before === null) prepared(db, 'DELETE FROM assignment_rows WHERE sha256 = ?').run(sha256);
  else saveAssignment(db, sha256, JSON.parse(before) as Assignment);
  const isStored = prepared(db, 'SELECT 1 FROM document_rows WHERE sha256 = ?').get(sha256) !== undefined;
  if (isStored) rewriteDocument(db, sha256);
}

const merge = (before: Assignment | null, { region, year, department }: Assignment): Assignment => ({
  ...before,
  ...(region && { region }),
  ...(year !== undefined && { year }),
  ...(department && { department }),
});

function saveAssignment(db: Database, sha256: string, { region, year, department }: Assignment): void {
  prepared(
    db,
    `INSERT INTO assignment_rows
       (sha256, province, city, region, region_code, year, department, department_code, department_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (sha256) DO UPDATE SET province = excluded.province, city = excluded.city, region = excluded.region,
       region_code = excluded.region_code, year = excluded.year, department = excluded.department,
       department_code = excluded.department_code, department_key = excluded.department_key`,
  ).run(
    sha256,
    region?.province ?? null,
    region?.city ?? null,
    region?.name ?? null,
    region?.code ?? null,
    year ?? null,
    department?.name ?? null,
    department?.code ?? null,
    department?.key ?? null,
  );
}
