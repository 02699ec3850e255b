import type { Database } from 'better-sqlite3';
import { QueryError } from '../../model/facts/query-error.js';
import type { Assignment } from '../../model/ports/documents.js';
import { prepared } from '../ground/rows.js';
import { applyAssignment } from './apply-assignment.js';
import { documentRow } from './document-row.js';
import { loadAssignment, loadReading } from './load-document.js';
import { updateDocumentRow } from './update-document-row.js';
import { writeDisclosures } from './write-disclosures.js';

/**
 * Sets region, year or department of a document by a person's hand; fields left out keep what was assigned before.
 * Kept apart from the reading, so that it survives every later import of the same content.
 * @throws QueryError when the store has no such document
 */
export function assign(db: Database, sha256: string, assignment: Assignment): void {
  db.transaction(() => {
    const reading = loadReading(db, sha256);
    if (!reading) throw new QueryError(`库中没有内容为 ${sha256} 的文档`);
    const merged = merge(loadAssignment(db, sha256), assignment);
    saveAssignment(db, sha256, merged);
    const assigned = applyAssignment(reading, merged);
    const number = updateDocumentRow(db, sha256, documentRow(assigned, merged));
    writeDisclosures(db, number, assigned);
  }).immediate();
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
    `INSERT OR REPLACE INTO assignment_rows
       (sha256, province, city, region, region_code, year, department, department_code, department_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
