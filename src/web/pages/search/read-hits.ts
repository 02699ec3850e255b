import type { SearchCounts, SearchHit } from '../../../model/ports/questions.js';
import type { Store } from '../../../model/ports/store.js';
import { parseSearch, searchTerms } from '../../../model/search/parse-search.js';
import { ROWS_A_PAGE } from './read-list.js';
import { type SearchQuery, searchScopeOf } from './search-query.js';

export interface HitPage extends SearchCounts {
  hits: SearchHit[];
  /** Words looked for. */
  terms: string[];
}

/** One page of what the full text search finds, the best first; null where nothing is asked. */
export async function readHits(store: Store, query: SearchQuery): Promise<HitPage | null> {
  const { text } = query.filter;
  if (text === undefined) return null;
  const scope = searchScopeOf(query);
  const { facets, ...total } = await store.searchCounts(text, scope);
  const place = query.filter.region === undefined ? 'region_code' : 'province';
  return {
    ...total,
    facets: facets.filter(({ column }) => column !== place),
    hits: await store.search(text, {
      ...scope,
      limit: ROWS_A_PAGE,
      offset: (query.page - 1) * ROWS_A_PAGE,
    }),
    terms: searchTerms(parseSearch(text)),
  };
}
