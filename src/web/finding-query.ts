import { QueryError } from '../model/facts/query-error.js';
import type { ReviewFilter } from '../model/ports/findings.js';
import { REVIEW_WORDS, type ReviewState, reviewState } from '../model/review.js';
import { type ListQuery, readListQuery } from './list-query.js';
import { oneOf } from './one-of.js';

const GROUPS = ['rule', 'department'] as const;

/** What the address of the list of findings, or of a finding in it, says. */
export interface FindingQuery extends ListQuery {
  reviews: ReviewFilter;
  /** null: the findings themselves. */
  group: (typeof GROUPS)[number] | null;
}

/** Titles of the parameters that filter findings besides those of every list. */
export const FINDING_TITLES = { review: '处理', reported: '范围' } as const;

/**
 * Reads an address of the list of findings: `review=open|confirmed|explained|dismissed`, `reported=0` (answered, but no
 * longer reported), `group=rule|department`.
 * @param own further parameters of the page
 * @throws QueryError as `readListQuery`
 */
export function readFindingQuery(address: string, own: readonly string[] = []): FindingQuery {
  const query = readListQuery(address, ['review', 'reported', 'group', ...own]);
  const { review, reported, group } = query.given;
  if (reported !== undefined && reported !== '0') throw new QueryError('reported 只能是 0');
  return {
    ...query,
    reviews: {
      ...query.filter,
      state: stateOf(review),
      reported: reported === undefined,
    },
    group: oneOf('group', GROUPS, group) ?? null,
  };
}

function stateOf(words: string | undefined): ReviewState | undefined {
  if (words === undefined) return undefined;
  const state = reviewState(words);
  if (state) return state;
  throw new QueryError(`review 应为 ${REVIEW_WORDS} 之一，不能是 ${words}`);
}
