import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

const GROUP_INDICATORS = `INSERT INTO indicator_group_rows
  SELECT d.id, ifnull(r.level1, ''), ifnull(r.level2, ''), r.kind, count(*)
  FROM disclosure_rows d JOIN indicator_rows r ON r.disclosure = d.id
  WHERE d.document = ? GROUP BY 1, 2, 3, 4`;

const COUNT_INDICATORS = `INSERT INTO indicator_count_rows
  SELECT ifnull(d.province, ''), ifnull(d.year, 0), d.stage, g.level1, g.level2, g.kind, sum(g.indicators)
  FROM disclosure_rows d JOIN indicator_group_rows g ON g.disclosure = d.id
  WHERE d.document = ? GROUP BY 1, 2, 3, 4, 5, 6
  ON CONFLICT (province, year, stage, level1, level2, kind)
  DO UPDATE SET indicators = indicator_count_rows.indicators + excluded.indicators`;

const COUNT_PROJECTS = `INSERT INTO project_count_rows
  SELECT ifnull(province, ''), ifnull(year, 0), stage, sum(projects), sum(project_fen)
  FROM disclosure_rows WHERE document = ? AND projects > 0 GROUP BY 1, 2, 3
  ON CONFLICT (province, year, stage) DO UPDATE SET projects = project_count_rows.projects + excluded.projects,
    amount_fen = project_count_rows.amount_fen + excluded.amount_fen`;

/** Adds a document that was just written to the summaries; a trigger takes disclosures out of them. */
export function countDocument(db: Database, number: number): void {
  prepared(db, GROUP_INDICATORS).run(number);
  prepared(db, COUNT_INDICATORS).run(number);
  prepared(db, COUNT_PROJECTS).run(number);
}
