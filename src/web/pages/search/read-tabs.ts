import type { Store } from '../../../store/open-store.js';
import type { Total } from '../../parts/pager.js';
import { asView, SEARCH_VIEWS, type SearchQuery, type SearchView } from './search-query.js';

export interface Tab {
  view: SearchView;
  /** null: not counted beforehand. */
  total: Total | null;
}

/** The lists of the page, with how much each has for the same question. */
export const readTabs = (store: Store, query: SearchQuery): Tab[] =>
  SEARCH_VIEWS.map((view) => ({
    view,
    total: view === 'all' ? null : store.count(view, asView(query, view).filter),
  }));
