import type { Dimension, GroupCount } from '../../model/ports/questions.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

/** Counts of the store by one dimension; every document is counted in one group. */
export function countBy(db: Database, by: Dimension): GroupCount[] {
  const ofDocument = by === 'format' || by === 'outcome';
  const group = ofDocument
    ? "'value'"
    : `CASE WHEN c.disclosures IS NULL THEN 'none' WHEN o.${by} IS NOT NULL THEN 'value'
       WHEN c.${by}s = 0 THEN 'unknown' ELSE 'several' END`;
  return prepared(
    db,
    `SELECT * FROM (SELECT '${by}' AS "by", ${group} AS "group", o.${by} AS value, count(*) AS documents,
       coalesce(sum(c.disclosures), 0) AS disclosures, coalesce(sum(c.projects), 0) AS projects,
       coalesce(sum(c.indicators), 0) AS indicators, coalesce(sum(c.statements), 0) AS statements,
       sum(o.cells) AS cells, sum(o.unclaimed_cells) AS unclaimed_cells, sum(o.unread_rows) AS unread_rows,
       count(o.unresolved) AS unresolved
     FROM document_rows o
     LEFT JOIN (
       SELECT document, count(*) AS disclosures, count(province) AS provinces, count(year) AS years,
         count(stage) AS stages, sum(projects) AS projects, sum(indicators) AS indicators,
         sum(statements) AS statements
       FROM disclosure_rows GROUP BY document) c ON c.document = o.number
     GROUP BY 2, 3) counted
     ORDER BY "group" <> 'value', ${ofDocument || by === 'province' ? 'documents DESC,' : ''} value NULLS FIRST, "group"`,
  ).all() as GroupCount[];
}
