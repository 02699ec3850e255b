import { QueryError } from '../../model/facts/query-error.js';
import { gravity } from '../../model/facts/severities.js';
import { EVERY_FILTER, type FilterName, SUBJECT_FILTERS, type SubjectFilter } from '../../model/filters.js';
import type { ReviewFilter } from '../../model/ports/findings.js';
import { STANDING_ANSWERS } from '../../model/review.js';
import { subjectCondition } from '../conditions/view-filter.js';
import { allOf, anyOf, type Condition, contains } from '../ground/condition.js';

/** How rare findings are found: which index leads to them. Without such a filter the list is walked in its order. */
export type Narrowed = 'subject' | 'rule' | null;

const FINDING_FILTERS: readonly FilterName[] = [
  ...SUBJECT_FILTERS,
  'project',
  'rule',
  'severity',
  'text',
  'all',
];

/**
 * Condition over `finding_list_rows l`.
 * @throws QueryError on a filter that findings cannot be chosen by
 */
export function reviewCondition(filter: ReviewFilter): Condition {
  const refused = EVERY_FILTER.find(
    ([name]) => filter[name] !== undefined && !FINDING_FILTERS.includes(name),
  );
  if (refused) throw new QueryError(`疑点清单不能按 ${refused[0]} 筛选`);
  const { severity, rule, project, text } = filter;
  return allOf(
    [
      reportedCondition(filter.reported),
      severity !== undefined && { sql: 'l.gravity = ?', params: [gravity(severity)] },
      rule !== undefined && { sql: 'l.rule = ?', params: [rule] },
      project !== undefined && contains('l.project', project),
      text !== undefined && anyOf([contains('l.message', text), contains('l.project', text)]),
      answerCondition(filter),
      onSubject(filter),
    ].filter((each) => each !== false),
  );
}

/** What keeps few rows of the list, by the index that finds them. */
export function narrowedBy(filter: ReviewFilter): Narrowed {
  const { rule, text, project } = filter;
  if (SUBJECT_FILTERS.some((name) => filter[name] !== undefined)) return 'subject';
  return rule !== undefined && text === undefined && project === undefined ? 'rule' : null;
}

/** One answer, or all that leave a finding standing; of those no longer reported every answer is wanted. */
function answerCondition({ state, all, reported }: ReviewFilter): Condition | false {
  if (state !== undefined) return { sql: "coalesce(l.answer, 'open') = ?", params: [state] };
  if (all || reported === false) return false;
  const standing = STANDING_ANSWERS.map((each) => `'${each}'`).join(', ');
  return { sql: `coalesce(l.answer, 'open') IN (${standing})`, params: [] };
}

function reportedCondition(reported: boolean | undefined): Condition {
  if (reported === true) return { sql: 'l.reported = 1', params: [] };
  const gone = '(l.reported = 0 AND l.answer IS NOT NULL)';
  return { sql: reported === false ? gone : `(l.reported = 1 OR ${gone})`, params: [] };
}

function onSubject(filter: SubjectFilter): Condition | false {
  const { sql, params } = subjectCondition('d', filter);
  if (sql === 'TRUE') return false;
  return {
    sql: `(l.sha256, l.disclosure) IN (
      SELECT o.sha256, d.ordinal FROM disclosure_rows d JOIN document_rows o ON o.number = d.document WHERE ${sql})`,
    params,
  };
}
