import { QueryError } from '../model/facts/query-error.js';
import type { ReviewFilter } from '../model/ports/findings.js';
import { REVIEW_WORDS, type ReviewState, reviewState } from '../model/review.js';
import { findingLink, pageLink } from './links.js';
import { addressOf, COLUMNS, type ListQuery, readListQuery } from './list-query.js';
import { oneOf } from './one-of.js';

const GROUPS = ['rule', 'department'] as const;

/** What the address of the list of findings, or of a finding in it, says. */
export interface FindingQuery extends ListQuery {
  reviews: ReviewFilter;
  /** null: the findings themselves. */
  group: (typeof GROUPS)[number] | null;
  /** What was just answered; it is told once and stays out of `given`, so that no link carries it on. */
  done: Done | null;
}

/** Answers given together, by their number, or a finding whose answer was given again as it stood. */
export type Done = { batch: number } | { unchanged: number };

/** Findings, and groups of them, on one page of the list. */
export const FINDINGS_A_PAGE = 50;

/** Titles of the parameters that filter findings besides those of every list. */
export const FINDING_TITLES = { review: '处理', reported: '范围' } as const;

/**
 * Reads an address of the list of findings: `review=open|confirmed|explained|dismissed`, `reported=0` (answered, but no
 * longer reported), `group=rule|department`, `columns=message,stage`, `done=12|f34`.
 * @param own further parameters of the page
 * @throws QueryError as `readListQuery`
 */
export function readFindingQuery(address: string, own: readonly string[] = []): FindingQuery {
  const query = readListQuery(address, ['review', 'reported', 'group', 'done', COLUMNS, ...own]);
  const { done, ...given } = query.given;
  const { review, reported, group } = given;
  if (reported !== undefined && reported !== '0') throw new QueryError('reported 只能是 0');
  return {
    ...query,
    given,
    reviews: {
      ...query.filter,
      state: stateOf(review),
      reported: reported === undefined,
    },
    group: oneOf('group', GROUPS, group) ?? null,
    done: done === undefined ? null : doneOf(done),
  };
}

function doneOf(text: string): Done {
  const [, letter, digits] = /^(f?)([1-9]\d{0,14})$/.exec(text) ?? [];
  if (digits === undefined) throw new QueryError(`done 应为一次答复的序号，不能是 ${text}`);
  return letter === 'f' ? { unchanged: Number(digits) } : { batch: Number(digits) };
}

/** The address of a page of findings that tells what was just answered. */
export function tellDone(address: string, done: Done): string {
  const url = new URL(address, BASE);
  url.searchParams.set('done', 'batch' in done ? String(done.batch) : `f${done.unchanged}`);
  return url.pathname + url.search + url.hash;
}

const BASE = 'http://site.invalid';

/** Address of a finding as one of the list: it leads on to the next of that list. */
export const findingInList = (id: number, { given }: Pick<FindingQuery, 'given'>): string => {
  const { page: _, ...kept } = given;
  return pageLink(findingLink(id), kept);
};

/** Where in the list a finding is: the list's page, and the row that is marked. */
export const placeInList = (
  { given }: Pick<FindingQuery, 'given'>,
  page: number,
  row: number | null,
): string => `${addressOf({ path: '/findings', given }, { page })}${row === null ? '' : `#f${row}`}`;

function stateOf(words: string | undefined): ReviewState | undefined {
  if (words === undefined) return undefined;
  const state = reviewState(words);
  if (state) return state;
  throw new QueryError(`review 应为 ${REVIEW_WORDS} 之一，不能是 ${words}`);
}
