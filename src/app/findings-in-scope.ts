import { gravity, type Severity } from '../model/facts/severities.js';
import { subjectAsked } from '../model/filters.js';
import type { AuditScope } from '../model/finding.js';
import type { Store } from '../model/ports/store.js';
import { STANDING_ANSWERS } from '../model/review.js';
import type { Row } from '../report/row.js';

/** Which of the findings of a scope are to be listed. */
export interface FindingsWanted {
  severity?: Severity;
  /** With those reviewers explained or dismissed. */
  all?: boolean;
  /** At most so many, the first ones. */
  limit?: number;
}

/**
 * Rows of the view `findings`, the gravest first, then by the amount at stake: what the latest look at each subject found,
 * whenever it was, with those that an answer has settled.
 */
export async function findingsInScope(store: Store, { rules, ...scope }: AuditScope): Promise<Row[]> {
  const { rows } = await store.query('findings', { ...subjectAsked(scope), all: true });
  const wanted = rules && new Set(rules);
  return rows.filter(({ rule }) => !wanted || wanted.has(String(rule))).sort(byGravityThenYuan);
}

const byGravityThenYuan = (a: Row, b: Row): number =>
  gravity(String(a.severity)) - gravity(String(b.severity)) || yuan(b) - yuan(a);

const yuan = ({ difference_wan }: Row): number => Math.abs(Number(difference_wan ?? 0));

/** Whether no answer has settled the finding. */
export const isStanding = ({ review }: Row): boolean => STANDING_ANSWERS.some((answer) => answer === review);

export const listedFindings = (rows: readonly Row[], { severity, all, limit }: FindingsWanted): Row[] =>
  rows
    .filter((row) => (severity === undefined || row.severity === severity) && (all || isStanding(row)))
    .slice(0, limit);
