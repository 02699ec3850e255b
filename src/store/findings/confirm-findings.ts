import type { Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { ofRule, type RuleChanges } from './place-findings.js';

/**
 * Has a run say what earlier ones found.
 * @param since what was first found by this run or later is still new: no audit of everything has ended meanwhile
 * @param byRule is added to
 */
export function confirmFindings(
  db: Database,
  run: number,
  since: number,
  { sql, params }: Condition,
  byRule: Map<string, RuleChanges>,
): void {
  const where = `open = 1 AND last_run <> ? AND ${sql}`;
  const counts = db
    .prepare(
      `SELECT rule, count(*) FILTER (WHERE run >= ? AND state = 'new') AS fresh, count(*) AS findings
       FROM finding_rows WHERE ${where} GROUP BY rule`,
    )
    .all(since, run, ...params) as { rule: string; fresh: number; findings: number }[];
  for (const { rule, fresh, findings } of counts) {
    const compared = ofRule(byRule, rule);
    compared.fresh += fresh;
    compared.unchanged += findings - fresh;
  }
  db.prepare(
    `UPDATE finding_rows SET last_run = ?, state = CASE WHEN run >= ? THEN state ELSE 'unchanged' END WHERE ${where}`,
  ).run(run, since, run, ...params);
}
