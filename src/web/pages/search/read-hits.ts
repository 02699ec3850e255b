import type { SearchHit } from '../../../model/ports/questions.js';
import { parseSearch, searchTerms } from '../../../model/search/parse-search.js';
import type { Store } from '../../../store/open-store.js';
import type { Total } from '../../parts/pager.js';
import { PAGE_SIZE } from './read-list.js';
import type { SearchQuery } from './search-query.js';

export interface HitPage {
  hits: SearchHit[];
  /** Words looked for. */
  terms: string[];
  total: Total;
}

/** One page of what the full text search finds, the best first; null where nothing is asked. */
export function readHits(store: Store, { filter, page }: SearchQuery): HitPage | null {
  const { text, region, year, department } = filter;
  if (text === undefined) return null;
  const before = (page - 1) * PAGE_SIZE;
  const found = store.search(text, { region, year, department, limit: PAGE_SIZE + 1, offset: before });
  const hits = found.slice(0, PAGE_SIZE);
  return {
    hits,
    terms: searchTerms(parseSearch(text)),
    total: { rows: before + found.length, isExact: found.length <= PAGE_SIZE },
  };
}
