import { SEVERITIES } from '../../model/facts/severities.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

/** Findings that stand and that nobody has explained or dismissed. */
export const STANDING = 'r.open = 1 AND r.settled = 0';

/** Disclosures such findings are on, as `finding_subject_rows` holds them. */
const subjects = (condition: string): string => `
  SELECT r.sha256, r.disclosure, v.document_id AS document, v.province, v.city, v.region, v.region_code, v.year, v.stage,
    v.department, v.department_key,
    ${SEVERITIES.map((each) => `count(*) FILTER (WHERE v.severity = '${each}') AS ${each}`).join(', ')}
  FROM finding_rows r JOIN findings v ON v.id = r.id
  WHERE ${STANDING} AND ${condition} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`;

/** How many findings of each kind there are on them, as `finding_group_rows` holds them. */
const groups = (condition: string): string => `
  SELECT r.sha256, r.disclosure, r.rule, r.severity, r.verdict, r.state, count(*) AS findings
  FROM finding_rows r WHERE ${STANDING} AND ${condition} GROUP BY 1, 2, 3, 4, 5, 6`;

export const FINDING_SUBJECTS = subjects('TRUE');
export const FINDING_GROUPS = groups('TRUE');

/** Counts the standing findings anew. */
export function countFindings(db: Database): void {
  prepared(db, 'DELETE FROM finding_group_rows').run();
  prepared(db, 'DELETE FROM finding_subject_rows').run();
  prepared(db, `INSERT INTO finding_subject_rows ${FINDING_SUBJECTS}`).run();
  prepared(db, `INSERT INTO finding_group_rows ${FINDING_GROUPS}`).run();
}

/** Counts the findings on a content again, whose place, year or department may be another now. */
export function recountFindings(db: Database, sha256: string): void {
  prepared(db, 'DELETE FROM finding_group_rows WHERE sha256 = ?').run(sha256);
  prepared(db, 'DELETE FROM finding_subject_rows WHERE sha256 = ?').run(sha256);
  prepared(db, `INSERT INTO finding_subject_rows ${subjects('r.sha256 = ?')}`).run(sha256);
  prepared(db, `INSERT INTO finding_group_rows ${groups('r.sha256 = ?')}`).run(sha256);
}
