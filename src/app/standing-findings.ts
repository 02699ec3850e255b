import { gravity, type Severity } from '../model/facts/severities.js';
import type { AuditScope } from '../model/finding.js';
import type { Store } from '../model/ports/store.js';
import type { Row } from '../report/row.js';

/** Which standing findings are wanted. */
export interface FindingsWanted {
  scope: AuditScope;
  severity?: Severity;
  /** With those reviewers explained or dismissed. */
  all?: boolean;
}

/**
 * Rows of the view `findings`, the gravest first, then by the amount at stake: what the latest look at each subject found,
 * whenever it was.
 */
export async function standingFindings(
  store: Store,
  { scope: { region, year, department, rules }, severity, all }: FindingsWanted,
): Promise<Row[]> {
  const { rows } = await store.query('findings', { region, year, department, severity, all });
  const wanted = rules && new Set(rules);
  return rows.filter(({ rule }) => !wanted || wanted.has(String(rule))).sort(byGravityThenYuan);
}

const byGravityThenYuan = (a: Row, b: Row): number =>
  gravity(String(a.severity)) - gravity(String(b.severity)) || yuan(b) - yuan(a);

const yuan = ({ difference_wan }: Row): number => Math.abs(Number(difference_wan ?? 0));
