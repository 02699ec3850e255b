import type { OutcomeCount } from '../../model/cycle.js';
import type { SubjectFilter } from '../../model/filters.js';
import { subjectCondition } from '../conditions/view-filter.js';
import type { Database } from '../ground/database.js';

/** How promised indicators came out, by department and year; from what is counted of each disclosure. */
export function outcomeCounts(db: Database, filter: SubjectFilter): OutcomeCount[] {
  const { sql, params } = subjectCondition('d', filter);
  return db
    .prepare(
      `SELECT d.province, d.city, d.region, d.region_code AS regionCode, d.year, d.department, d.department_key AS departmentKey,
         g.self_evaluation AS selfEvaluation, g.status, nullif(g.kept, '') AS kept, sum(g.outcomes) AS outcomes
       FROM disclosure_rows d CROSS JOIN outcome_group_rows g ON g.disclosure = d.id
       WHERE ${sql} AND d.document NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL)
       GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
       ORDER BY d.region_code NULLS FIRST, d.region NULLS FIRST, ifnull(d.department_key, d.department) NULLS FIRST,
         d.year NULLS FIRST, g.self_evaluation, g.status, 10 NULLS FIRST`,
    )
    .all(...params) as OutcomeCount[];
}
