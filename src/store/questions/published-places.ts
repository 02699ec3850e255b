import type { SubjectFilter } from '../../model/filters.js';
import type { PublishedPlace } from '../../model/published-place.js';
import { subjectCondition } from '../conditions/view-filter.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

/** Most disclosures have their amounts counted; only where the sum is nothing are the projects looked at. */
const HAS_AMOUNT = `(v.project_fen <> 0
  OR EXISTS (SELECT 1 FROM project_rows p WHERE p.disclosure = v.id AND p.amount_fen IS NOT NULL))`;

/** An audit by all rules, or one that found something. */
const IS_AUDITED = '(a.run IS NOT NULL OR s.document IS NOT NULL)';

/**
 * Every place with what it disclosed, by code. Superseded documents are left out, and disclosures without a form or statement.
 * One pass over the disclosures, none over their rows.
 */
export function publishedPlaces(
  db: Database,
  filter: Pick<SubjectFilter, 'region' | 'year'>,
): PublishedPlace[] {
  const { sql, params } = subjectCondition('v', filter);
  return prepared(
    db,
    `SELECT v.province, v.city, v.region, v.region_code AS regionCode,
       count(DISTINCT coalesce(v.department_key, v.department)) AS departments,
       sum(v.projects) AS projects,
       sum(iif(v.stage = 'budget' AND v.projects > 0 AND ${HAS_AMOUNT}, v.project_fen, NULL)) AS budgetFen,
       sum(iif(${IS_AUDITED}, v.projects, NULL)) AS auditedProjects,
       ifnull(sum(iif(${IS_AUDITED}, s.error + s.warning + s.note, 0)), 0) AS findings
     FROM disclosure_rows v
     JOIN document_rows o ON o.number = v.document AND o.superseded_by IS NULL
     LEFT JOIN finding_subject_rows s ON s.sha256 = o.sha256 AND s.disclosure = v.ordinal
     LEFT JOIN audited_rows a ON a.sha256 = o.sha256 AND a.disclosure = v.ordinal
     WHERE (v.cells > 0 OR v.statements > 0) AND ${sql}
     GROUP BY v.region_code, v.region, v.province, v.city
     ORDER BY v.region_code IS NULL, v.region_code, v.province NULLS FIRST, v.city NULLS FIRST, v.region NULLS FIRST`,
  ).all(...params) as PublishedPlace[];
}
