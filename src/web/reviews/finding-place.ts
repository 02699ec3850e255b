import type { Store } from '../../model/ports/store.js';
import { FINDINGS_A_PAGE, type FindingQuery } from '../finding-query.js';

/** Where to find a finding in its list: the page, and the row to mark; of one that has left the list, the row now in its place. */
export async function listPlaceOf(
  store: Store,
  id: number,
  { reviews, sort }: FindingQuery,
): Promise<{ page: number; row: number | null }> {
  const { before, isListed } = await store.findingPlace(id, reviews, sort);
  if (isListed) return { page: pageOf(before), row: id };
  const { previous, next } = await store.findingNeighbours(id, reviews, sort);
  return { page: pageOf(next === null ? before - 1 : before), row: next ?? previous };
}

const pageOf = (before: number): number => Math.floor(Math.max(before, 0) / FINDINGS_A_PAGE) + 1;

/** How far a reviewer is in a list: where the finding stands in it, whatever the answers, and how many are answered. */
export interface ListProgress {
  /** From 1. */
  position: number;
  total: number;
  answered: number;
}

/** null: the finding is not of this list. */
export async function progressAt(
  store: Store,
  id: number,
  { reviews, sort }: FindingQuery,
): Promise<ListProgress | null> {
  const whole = { ...reviews, state: undefined, all: true };
  const { before, isListed } = await store.findingPlace(id, whole, sort);
  if (!isListed) return null;
  const counts = await store.countReviews(whole);
  const sum = (some: typeof counts): number => some.reduce((all, { findings }) => all + findings, 0);
  return {
    position: before + 1,
    total: sum(counts),
    answered: sum(counts.filter(({ state }) => state !== 'open')),
  };
}
