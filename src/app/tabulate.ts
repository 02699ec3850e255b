import { tabulate } from '../compare/tabulate.js';
import type { SubjectFilter } from '../model/filters.js';
import type { Store } from '../model/ports/store.js';
import type { Measure, PlaceLevel, Tabulation } from '../model/tabulation.js';
import { requireKnown } from './audit-scope.js';

/** Amounts of different stages are never added up. */
const STAGE_OF_AMOUNTS = 'budget';

export interface TabulationAsked {
  measure: Measure;
  filter: SubjectFilter;
  level: PlaceLevel;
}

/** The question with what it means where nothing is said: provinces, or within a region its places; amounts of budgets. */
export const tabulationAsked = (
  measure: Measure,
  filter: SubjectFilter,
  level: PlaceLevel = filter.region === undefined ? 'province' : 'region',
): TabulationAsked => ({
  measure,
  level,
  filter: measure === 'amount' ? { ...filter, stage: filter.stage ?? STAGE_OF_AMOUNTS } : filter,
});

/** One measure of the store by place and year. @throws QueryError on a region there is not */
export async function tabulateStore(
  store: Store,
  { measure, filter, level }: TabulationAsked,
): Promise<Tabulation> {
  await requireKnown(store, filter);
  return tabulate(measure, await store.placeYears(filter, level));
}
