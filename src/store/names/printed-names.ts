import type { Stage } from '../../model/facts/stages.js';
import type { SubjectFilter } from '../../model/filters.js';
import type { PrintedDepartment, PrintedProject } from '../../model/names.js';
import { subjectCondition } from '../conditions/view-filter.js';
import type { Database } from '../ground/database.js';

interface PlaceRow {
  province: string | null;
  city: string | null;
  region: string;
  regionCode: string | null;
}

const PLACE = 'd.province, d.city, d.region, d.region_code AS regionCode';

/** Names of departments the filter means, of places that are known; by place and key. @param most names at most */
export function printedDepartments(db: Database, filter: SubjectFilter, most: number): PrintedDepartment[] {
  const { sql, params } = subjectCondition('d', filter);
  const rows = db
    .prepare(
      `SELECT ${PLACE}, d.department AS name, ifnull(d.department_key, d.department) AS "key",
         count(DISTINCT d.document) AS documents, min(d.year) AS since, max(d.year) AS until, min(d.document) AS document
       FROM disclosure_rows d WHERE ${sql} AND d.region IS NOT NULL AND d.department IS NOT NULL
       GROUP BY d.region_code, d.region, d.city, d.province, "key", d.department
       ORDER BY d.region_code NULLS FIRST, d.region, d.city NULLS FIRST, d.province NULLS FIRST, "key", d.department
       LIMIT ?`,
    )
    .all(...params, most) as (PlaceRow & Omit<PrintedDepartment, 'place'>)[];
  return rows.map(placed);
}

interface ProjectRow extends PlaceRow, Omit<PrintedProject, 'place' | 'owner'> {
  department: string;
  year: number | null;
  stage: Stage;
}

/** Projects the filter means that have a name, of places and departments that are known; by their ids. @param most projects at most */
export function printedProjects(db: Database, filter: SubjectFilter, most: number): PrintedProject[] {
  const { sql, params } = subjectCondition('d', filter);
  const rows = db
    .prepare(
      `SELECT r.id, ${PLACE}, ifnull(d.department_key, d.department) AS department, d.year, d.stage, d.document,
         r.project AS name, r.project_code AS code, r.agency, r.amount_fen AS amountFen, r.place AS at
       FROM disclosure_rows d CROSS JOIN project_rows r ON r.disclosure = d.id
       WHERE ${sql} AND d.region IS NOT NULL AND d.department IS NOT NULL AND r.project <> '' ORDER BY r.id LIMIT ?`,
    )
    .all(...params, most) as ProjectRow[];
  return rows.map(({ department, year, stage, ...row }) => ({
    ...placed(row),
    owner: { department, year, stage },
  }));
}

function placed<T extends PlaceRow>({ province, city, region, regionCode, ...rest }: T) {
  return { ...rest, place: { province, city, region, regionCode } };
}
