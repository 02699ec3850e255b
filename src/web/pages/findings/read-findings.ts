import { ruleTitle } from '../../../app/rules.js';
import type { Severity } from '../../../model/facts/severities.js';
import { gravity } from '../../../model/facts/severities.js';
import type { DepartmentReviews, ReviewCount, ReviewedFinding } from '../../../model/ports/findings.js';
import type { Store } from '../../../model/ports/store.js';
import { REVIEW_STATES, type ReviewState, STANDING_ANSWERS } from '../../../model/review.js';
import { FINDINGS_A_PAGE, type FindingQuery } from '../../finding-query.js';
import { type Answered, readAnswered } from '../../parts/read-answered.js';

/** A rule with the findings it has in the list. */
export interface RuleReviews {
  rule: string;
  title: string;
  findings: number;
  answered: number;
  errors: number;
}

/** What the list of findings shows. */
export interface FindingsShown {
  /** When the newest audit ran, ISO 8601; null: never. */
  audited: string | null;
  /** It was the first. */
  isFirst: boolean;
  /** Rows of the list as shown: findings, rules or departments. */
  total: number;
  /** Findings the filter keeps, whatever is shown. */
  findings: number;
  /** By state of the review, whatever state is filtered by. */
  states: Record<ReviewState, number>;
  severities: { value: Severity; count: number }[];
  rules: { value: string; count: number }[];
  /** What was just answered. */
  answered: Answered | null;
  shown:
    | { kind: 'findings'; rows: ReviewedFinding[]; alike: ReadonlyMap<number, number> }
    | { kind: 'rules'; rows: RuleReviews[] }
    | { kind: 'departments'; rows: DepartmentReviews[] };
}

export async function readFindings(
  store: Store,
  { reviews, sort, page, group, done }: FindingQuery,
): Promise<FindingsShown> {
  const { state, severity, rule, all, ...subject } = reviews;
  const counts = await store.countReviews({ ...subject, all: true });
  const isStanding = (each: ReviewCount): boolean =>
    all || subject.reported === false || STANDING_ANSWERS.some((answer) => answer === each.state);
  const isKept = (each: ReviewCount, but: 'state' | 'severity' | 'rule' | null): boolean =>
    (but === 'state' || (state === undefined ? isStanding(each) : each.state === state)) &&
    (but === 'severity' || severity === undefined || each.severity === severity) &&
    (but === 'rule' || rule === undefined || each.rule === rule);
  const kept = (but: 'state' | 'severity' | 'rule' | null) => counts.filter((each) => isKept(each, but));
  const findings = sumOf(kept(null));
  const bounds = { limit: FINDINGS_A_PAGE, offset: (page - 1) * FINDINGS_A_PAGE };
  const readShown = async (): Promise<{ total: number; shown: FindingsShown['shown'] }> => {
    if (group === 'rule') {
      const rows = byRule(counts.filter((each) => isKept(each, state === undefined ? 'state' : null)));
      const onPage = rows.slice(bounds.offset, bounds.offset + bounds.limit);
      return { total: rows.length, shown: { kind: 'rules', rows: onPage } };
    }
    if (group === 'department') {
      const { departments, total } = await store.countReviewsByDepartment({ ...reviews, all: true }, bounds);
      return { total, shown: { kind: 'departments', rows: departments } };
    }
    const rows = findings === 0 ? [] : await store.listReviews(reviews, { sort, ...bounds });
    const alike = await store.countAlike(rows.map(({ id }) => id));
    return { total: findings, shown: { kind: 'findings', rows, alike } };
  };
  const runAt = async (sort: string) => (await store.query('finding_runs', {}, { sort, limit: 1 })).rows[0];
  const run = await runAt('-run_id');
  return {
    audited: run === undefined ? null : String(run.at),
    isFirst: run !== undefined && (await runAt('run_id'))?.run_id === run.run_id,
    ...(await readShown()),
    findings,
    answered: await readAnswered(store, done),
    states: Object.fromEntries(
      REVIEW_STATES.map((each) => [each, sumOf(kept('state').filter((count) => count.state === each))]),
    ) as Record<ReviewState, number>,
    severities: facet(kept('severity'), ({ severity: value }) => value).sort(
      (a, b) => gravity(a.value) - gravity(b.value),
    ),
    rules: facet(kept('rule'), ({ rule: value }) => value),
  };
}

const sumOf = (counts: readonly ReviewCount[]): number =>
  counts.reduce((sum, { findings }) => sum + findings, 0);

function facet<T extends string>(
  counts: readonly ReviewCount[],
  keyOf: (count: ReviewCount) => T,
): { value: T; count: number }[] {
  const found = new Map<T, number>();
  for (const each of counts) found.set(keyOf(each), (found.get(keyOf(each)) ?? 0) + each.findings);
  return [...found].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

function byRule(counts: readonly ReviewCount[]): RuleReviews[] {
  const rules = [...new Set(counts.map(({ rule }) => rule))].map((rule): RuleReviews => {
    const own = counts.filter((each) => each.rule === rule);
    return {
      rule,
      title: ruleTitle(rule),
      findings: sumOf(own),
      answered: sumOf(own.filter(({ state }) => state !== 'open')),
      errors: sumOf(own.filter(({ severity }) => severity === 'error')),
    };
  });
  return rules.sort((a, b) => b.errors - a.errors || b.findings - a.findings);
}
