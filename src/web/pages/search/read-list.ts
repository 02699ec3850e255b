import type { Row } from '../../../report/row.js';
import type { Store } from '../../../store/open-store.js';
import type { FacetCount } from '../../../store/questions/facets.js';
import type { Total } from '../../parts/pager.js';
import type { SearchQuery } from './search-query.js';

/** Rows of a page of a list. */
export const PAGE_SIZE = 50;

export interface ListPage {
  rows: Row[];
  total: Total;
  /** Empty where there are too many rows to count them by their texts. */
  facets: FacetCount[];
}

/** Columns a list shows, and those its links are made of. */
const COLUMNS: Record<string, string[]> = {
  projects: ['project', 'amount_fen', 'annual_goal', 'state'],
  indicators: ['project_id', 'project', 'level1', 'level2', 'name', 'target', 'kind'],
  findings: ['severity', 'verdict', 'rule', 'project', 'message', 'difference_wan'],
  texts: ['document_id', 'kind', 'heading', 'text', 'place'],
};
const SUBJECT = ['province', 'city', 'region', 'region_code', 'year', 'department', 'department_key'];

const FACETS: Record<string, string[]> = {
  projects: ['year'],
  indicators: ['level1', 'level2', 'kind', 'year'],
  findings: ['severity', 'rule', 'year'],
  texts: ['kind', 'year'],
};

/** One page of a list of `total` rows with the spread over its facets. */
export function readList(store: Store, { view, filter, sort, page }: SearchQuery, total: Total): ListPage {
  const id = view === 'texts' ? [] : ['id'];
  const { rows } = store.query(view, filter, {
    columns: [...id, ...(COLUMNS[view] ?? []), ...SUBJECT],
    sort,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  });
  return { rows, total, facets: total.isExact ? store.facets(view, filter, facetColumns(view, filter)) : [] };
}

/** Provinces first; within a region its counties and their departments. */
const facetColumns = (view: string, { region }: SearchQuery['filter']): string[] => [
  ...(FACETS[view] ?? []),
  ...(region === undefined ? ['province'] : ['region_code', 'department_key']),
];
