import type { DepartmentReviews, ReviewCount, ReviewFilter } from '../../model/ports/findings.js';
import type { Database } from '../ground/database.js';
import { narrowedBy, reviewCondition } from './review-filter.js';

const SEVERITY = `CASE l.gravity WHEN 0 THEN 'error' WHEN 1 THEN 'warning' ELSE 'note' END`;

/** How many findings the filter keeps, by rule, severity and state of the review. */
export function countReviews(db: Database, filter: ReviewFilter = {}): ReviewCount[] {
  const { sql, params } = reviewCondition(filter);
  return db
    .prepare(
      `SELECT l.rule, ${SEVERITY} AS severity, coalesce(l.answer, 'open') AS state, count(*) AS findings
       FROM finding_list_rows l ${indexFor(filter)} WHERE ${sql} GROUP BY l.rule, l.gravity, l.answer`,
    )
    .all(...params) as ReviewCount[];
}

/** Departments with the findings the filter keeps; those with most errors first, then with most findings. */
export function countByDepartment(
  db: Database,
  filter: ReviewFilter = {},
  { limit = -1, offset = 0 }: { limit?: number; offset?: number } = {},
): { departments: DepartmentReviews[]; total: number } {
  const { sql, params } = reviewCondition(filter);
  const rows = db
    .prepare(
      `WITH counted AS MATERIALIZED (
         SELECT l.sha256, l.disclosure, count(*) AS findings,
           count(CASE WHEN l.answer <> 'open' THEN 1 END) AS answered, count(CASE WHEN l.gravity = 0 THEN 1 END) AS errors
         FROM finding_list_rows l ${readsTexts(filter) ? 'NOT INDEXED' : 'INDEXED BY finding_list_subject'}
         WHERE ${sql} GROUP BY l.sha256, l.disclosure),
       named AS (
         SELECT ${['province', 'city', 'region', 'region_code', 'year', 'department', 'department_key']
           .map((column) => `iif(d.id IS NULL, o.${column}, d.${column}) AS ${column}`)
           .join(', ')}, c.findings, c.answered, c.errors
         FROM counted c
         LEFT JOIN document_rows o ON o.sha256 = c.sha256
         LEFT JOIN disclosure_rows d ON d.document = o.number AND d.ordinal = c.disclosure)
       SELECT min(province) AS province, min(city) AS city, region, region_code, year, min(department) AS department,
         coalesce(department_key, department) AS department_key, sum(findings) AS findings, sum(answered) AS answered,
         sum(errors) AS errors, count(*) OVER () AS total
       FROM named GROUP BY region, region_code, year, 7
       ORDER BY errors DESC, findings DESC, region_code NULLS FIRST, region NULLS FIRST, year NULLS FIRST, 7 NULLS FIRST
       LIMIT ? OFFSET ?`,
    )
    .all(...params, limit, offset) as (DepartmentReviews & { total: number })[];
  return { departments: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** Texts are in no index: to look at the rows one after the other is faster than to look them up. */
const readsTexts = ({ text, project }: ReviewFilter): boolean => text !== undefined || project !== undefined;

function indexFor(filter: ReviewFilter): string {
  const narrowed = narrowedBy(filter);
  if (narrowed === null && readsTexts(filter)) return 'NOT INDEXED';
  return `INDEXED BY finding_list_${narrowed ?? 'rule'}`;
}
