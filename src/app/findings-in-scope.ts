import { gravity, SEVERITIES, type Severity, type SeverityCounts } from '../model/facts/severities.js';
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
 * whenever it was, with those that an answer has settled. One after the other.
 */
export const findingsInScope = (store: Store, scope: AuditScope): AsyncGenerator<Row> =>
  rowsInScope(store, scope, { sort: 'gravity' });

/** The rows wanted of these, in their order. */
export async function* listedFindings(
  rows: AsyncIterable<Row>,
  { severity, all, limit = Number.POSITIVE_INFINITY }: FindingsWanted,
): AsyncGenerator<Row> {
  let left = limit;
  if (left <= 0) return;
  for await (const row of rows) {
    if ((severity !== undefined && row.severity !== severity) || !(all || isStanding(row))) continue;
    yield row;
    left -= 1;
    if (left <= 0) return;
  }
}

async function* rowsInScope(
  store: Store,
  { rules, ...scope }: AuditScope,
  page: { sort?: string; columns?: string[] },
): AsyncGenerator<Row> {
  const wanted = rules && new Set(rules);
  for await (const row of store.rows('findings', { ...subjectAsked(scope), all: true }, page)) {
    if (!wanted || wanted.has(String(row.rule))) yield row;
  }
}

/** Whether no answer has settled the finding. */
const isStanding = ({ review }: Row): boolean => STANDING_ANSWERS.some((answer) => answer === review);

/** The findings of a scope in numbers. */
export interface FindingTally {
  standing: SeverityCounts;
  settled: SeverityCounts;
}

export async function tallyFindings(store: Store, scope: AuditScope): Promise<FindingTally> {
  const tally = { standing: noneOf(), settled: noneOf() };
  for await (const row of rowsInScope(store, scope, { columns: ['rule', 'severity', 'review'] })) {
    tally[isStanding(row) ? 'standing' : 'settled'][row.severity as Severity] += 1;
  }
  return tally;
}

/** How many of them `listedFindings` has. */
export function countListed(
  { standing, settled }: FindingTally,
  { severity, all, limit = Number.POSITIVE_INFINITY }: FindingsWanted,
): SeverityCounts {
  const counts = noneOf();
  let left = limit;
  for (const each of [...SEVERITIES].sort((a, b) => gravity(a) - gravity(b))) {
    if (severity !== undefined && each !== severity) continue;
    counts[each] = Math.min(left, standing[each] + (all ? settled[each] : 0));
    left -= counts[each];
  }
  return counts;
}

const noneOf = (): SeverityCounts =>
  Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as SeverityCounts;
