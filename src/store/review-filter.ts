import type { ReviewState } from '../model/review.js';
import { allOf, anyOf, type Condition, contains } from './condition.js';
import { QueryError } from './query-error.js';
import { regionCondition } from './region-condition.js';
import type { ViewFilter } from './view-filter.js';

/** Which findings a reviewer wants to see. */
export interface ReviewFilter extends ViewFilter {
  state?: ReviewState;
  /** true: still reported; false: answered, but no longer reported; both by default. */
  reported?: boolean;
}

/** How rare findings are found: which index leads to them. Without such a filter the list is walked in its order. */
export type Narrowed = 'subject' | 'rule' | null;

const GRAVITY: Record<string, number> = { error: 0, warning: 1, note: 2 };

/**
 * Condition over `finding_list_rows l`.
 * @throws QueryError on a filter that findings cannot be chosen by
 */
export function reviewCondition(filter: ReviewFilter): Condition {
  for (const name of ['level1', 'level2', 'kind', 'unresolved'] as const) {
    if (filter[name] !== undefined) throw new QueryError(`疑点清单不能按 ${name} 筛选`);
  }
  const { severity, rule, project, text, state } = filter;
  return allOf(
    [
      reportedCondition(filter.reported),
      severity !== undefined && { sql: 'l.gravity = ?', params: [GRAVITY[severity] ?? -1] },
      rule !== undefined && { sql: 'l.rule = ?', params: [rule] },
      project !== undefined && contains('l.project', project),
      text !== undefined && anyOf([contains('l.message', text), contains('l.project', text)]),
      state !== undefined && { sql: "coalesce(l.answer, 'open') = ?", params: [state] },
      subjectCondition(filter),
    ].filter((each) => each !== false),
  );
}

/** What keeps few rows of the list, by the index that finds them. */
export function narrowedBy({ region, year, department, rule, text, project }: ReviewFilter): Narrowed {
  if ([region, year, department].some((each) => each !== undefined)) return 'subject';
  return rule !== undefined && text === undefined && project === undefined ? 'rule' : null;
}

function reportedCondition(reported: boolean | undefined): Condition {
  if (reported === true) return { sql: 'l.reported = 1', params: [] };
  const gone = '(l.reported = 0 AND l.answer IS NOT NULL)';
  return { sql: reported === false ? gone : `(l.reported = 1 OR ${gone})`, params: [] };
}

function subjectCondition({ region, year, department }: ReviewFilter): Condition | false {
  const conditions = [
    region !== undefined && regionCondition(region, 'd'),
    year !== undefined && { sql: 'd.year = ?', params: [year] },
    department !== undefined &&
      anyOf([{ sql: 'd.department_key = ?', params: [department] }, contains('d.department', department)]),
  ].filter((each) => each !== false);
  if (conditions.length === 0) return false;
  const { sql, params } = allOf(conditions);
  return {
    sql: `(l.sha256, l.disclosure) IN (
      SELECT o.sha256, d.ordinal FROM disclosure_rows d JOIN document_rows o ON o.number = d.document WHERE ${sql})`,
    params,
  };
}
