import type { SearchHit } from '../../../model/ports/questions.js';
import type { Store } from '../../../model/ports/store.js';
import { parseSearch, searchTerms } from '../../../model/search/parse-search.js';
import type { Total } from '../../parts/pager.js';
import { ROWS_A_PAGE } from './read-list.js';
import type { SearchQuery } from './search-query.js';

export interface HitPage {
  hits: SearchHit[];
  /** Words looked for. */
  terms: string[];
  total: Total;
}

/** One page of what the full text search finds, the best first; null where nothing is asked. */
export async function readHits(store: Store, { filter, page }: SearchQuery): Promise<HitPage | null> {
  const { text, region, year, department } = filter;
  if (text === undefined) return null;
  const before = (page - 1) * ROWS_A_PAGE;
  const found = await store.search(text, {
    region,
    year,
    department,
    limit: ROWS_A_PAGE + 1,
    offset: before,
  });
  const hits = found.slice(0, ROWS_A_PAGE);
  return {
    hits,
    terms: searchTerms(parseSearch(text)),
    total: { rows: before + found.length, isExact: found.length <= ROWS_A_PAGE },
  };
}
