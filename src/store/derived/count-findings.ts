import { SEVERITIES } from '../../model/facts/severities.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

/** Findings that stand and that nobody has explained or dismissed. */
export const STANDING = 'r.open = 1 AND r.settled = 0';

/** Whose findings are, as the view `findings` has it; to go through that view would look through all findings for each. Alike for all of a disclosure: the least. */
const SUBJECT = ['province', 'city', 'region', 'region_code', 'year', 'stage', 'department', 'department_key']
  .map((name) => `min(CASE WHEN d.id IS NULL THEN o.${name} ELSE d.${name} END) AS ${name}`)
  .join(', ');

/** Disclosures such findings are on, as `finding_subject_rows` holds them. */
const subjects = (condition: string): string => `
  SELECT r.sha256, r.disclosure, min(o.number) AS document, ${SUBJECT},
    ${SEVERITIES.map((each) => `count(*) FILTER (WHERE r.severity = '${each}') AS ${each}`).join(', ')}
  FROM finding_rows r
  LEFT JOIN document_rows o ON o.sha256 = r.sha256
  LEFT JOIN disclosure_rows d ON d.document = o.number AND d.ordinal = r.disclosure
  WHERE ${STANDING} AND ${condition} GROUP BY 1, 2`;

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
