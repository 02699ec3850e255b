import type { Store } from '../../../model/ports/store.js';
import type { Total } from '../../parts/pager.js';
import { asView, SEARCH_VIEWS, type SearchQuery, type SearchView } from './search-query.js';

export interface Tab {
  view: SearchView;
  /** null: not counted beforehand. */
  total: Total | null;
}

/**
 * The lists of the page, with how much each has for the same question. Where texts have to be looked at, only the list that is
 * shown is counted: to count four takes longer than to show one.
 */
export async function readTabs(store: Store, query: SearchQuery): Promise<Tab[]> {
  const isCounted = query.filter.text === undefined && query.filter.project === undefined;
  return Promise.all(
    SEARCH_VIEWS.map(async (view) => ({
      view,
      total:
        view === 'all' || (view !== query.view && !isCounted)
          ? null
          : await store.count(view, asView(query, view).filter),
    })),
  );
}
