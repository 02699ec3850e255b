import type { SubjectFilter } from '../../model/filters.js';
import type { PlaceLevel, PlaceYear } from '../../model/tabulation.js';
import { subjectCondition } from '../conditions/view-filter.js';
import type { Database } from '../ground/database.js';

/** What places are told apart by; a place without a city stands among the cities under its own name. */
const PLACE: Record<PlaceLevel, readonly string[]> = {
  province: ['d.province', 'NULL', 'NULL', 'NULL'],
  city: ['d.province', 'coalesce(d.city, d.region)', 'NULL', 'NULL'],
  region: ['d.province', 'd.city', 'd.region', 'd.region_code'],
};

const FIGURES = [
  ...['province', 'city', 'region', 'region_code', 'year', 'documents', 'disclosures', 'unchecked'],
  ...['departments', 'projects', 'indicators', 'statements', 'amount_fen', 'without_amount', 'findings'],
] as const satisfies (keyof PlaceYear)[];

/**
 * What the places a filter means disclosed, by place and year; superseded documents are left out. In the order of codes, places
 * without one behind, the unknown last.
 */
export function placeYears(db: Database, filter: SubjectFilter, level: PlaceLevel): PlaceYear[] {
  const { sql, params } = subjectCondition('d', filter);
  const [province, city, region, code] = PLACE[level];
  return db
    .prepare(
      `WITH counted AS (SELECT ${province} AS province, ${city} AS city, ${region} AS region, ${code} AS region_code, d.year,
         count(DISTINCT d.document) AS documents, count(*) AS disclosures, count(*) - count(a.sha256) AS unchecked,
         count(DISTINCT json_array(ifnull(d.region_code, d.region), ifnull(d.department_key, d.department)))
           FILTER (WHERE ifnull(d.department_key, d.department) IS NOT NULL) AS departments,
         sum(d.projects) AS projects, sum(d.indicators) AS indicators, sum(d.statements) AS statements,
         sum((SELECT sum(r.amount_fen) FROM project_rows r WHERE r.disclosure = d.id)) AS amount_fen,
         sum((SELECT count(*) - count(r.amount_fen) FROM project_rows r WHERE r.disclosure = d.id)) AS without_amount,
         ifnull(sum(s.error + s.warning + s.note), 0) AS findings, min(d.region_code) AS code
       FROM disclosure_rows d JOIN document_rows o ON o.number = d.document
       LEFT JOIN audited_rows a ON a.sha256 = o.sha256 AND a.disclosure = d.ordinal
       LEFT JOIN finding_subject_rows s ON s.sha256 = o.sha256 AND s.disclosure = d.ordinal
       WHERE o.superseded_by IS NULL AND ${sql}
       GROUP BY 1, 2, 3, 4, 5)
       SELECT ${FIGURES.join(', ')} FROM (
         SELECT *, min(code) OVER (PARTITION BY province, city, region, region_code) AS first FROM counted) placed
       ORDER BY province IS NULL, first IS NULL, first, province, city NULLS FIRST, region NULLS FIRST, year NULLS FIRST`,
    )
    .all(...params) as PlaceYear[];
}
