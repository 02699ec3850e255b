import type { Store } from '../../model/ports/store.js';
import { type FindingQuery, findingInList, placeInList } from '../finding-query.js';
import { listPlaceOf } from './finding-place.js';

/**
 * Where a reviewer goes from a finding just answered: to the next of the list that nobody has answered, or one that was passed
 * over before it; of a list of answered findings simply to the next. Where none is left, back to the list.
 */
export async function nextAddress(store: Store, id: number, query: FindingQuery): Promise<string> {
  const next = await nextToAnswer(store, id, query);
  if (next !== null) return findingInList(next, query);
  const { page, row } = await listPlaceOf(store, id, query);
  return placeInList(query, page, row);
}

/** From the list back into it: the row behind the one just answered is marked, of the last one the row before it. */
export async function rowBehind(store: Store, id: number, query: FindingQuery): Promise<string> {
  const { previous, next } = await store.findingNeighbours(id, query.reviews, query.sort);
  const { page, row } = await listPlaceOf(store, next ?? previous ?? id, query);
  return placeInList(query, page, row);
}

async function nextToAnswer(
  store: Store,
  id: number,
  { reviews, sort }: FindingQuery,
): Promise<number | null> {
  const state = reviews.state ?? (reviews.reported === false ? undefined : 'open');
  const wanted = { ...reviews, state };
  const { next } = await store.findingNeighbours(id, wanted, sort);
  if (next !== null || state !== 'open') return next;
  const [first] = await store.listReviews(wanted, { sort, limit: 1 });
  return first === undefined || first.id === id ? null : first.id;
}
