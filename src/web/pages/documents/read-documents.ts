import { EVERY_FILTER, hasFilter } from '../../../model/filters.js';
import { requireView } from '../../../model/named-view.js';
import type { FacetCount, RowCount } from '../../../model/ports/questions.js';
import type { Row } from '../../../report/row.js';
import type { Store } from '../../../store/open-store.js';
import { type ListQuery, readListQuery } from '../../list-query.js';

export const PAGE_SIZE = 50;

export interface DocumentsPage {
  rows: Row[];
  total: RowCount;
  /** How the documents of the filter spread over outcomes, formats and years. */
  facets: FacetCount[];
}

const COLUMNS = [
  ...['id', 'province', 'city', 'region', 'region_code', 'year', 'stage', 'department', 'department_key'],
  ...[
    'path',
    'format',
    'title',
    'outcome',
    'forms',
    'cells',
    'unclaimed_cells',
    'unread_rows',
    'unresolved',
    'superseded_by',
  ],
];

/** What the address of the list of documents says. @throws QueryError */
export function readDocumentsQuery(address: string): ListQuery {
  const documents = requireView('documents');
  const filters = EVERY_FILTER.map(([name]) => name).filter((name) => hasFilter(documents, name));
  return readListQuery(address, [], filters);
}

export function readDocuments(store: Store, { filter, sort, page }: ListQuery): DocumentsPage {
  return {
    rows: store.query('documents', filter, {
      columns: COLUMNS,
      sort,
      limit: PAGE_SIZE,
      offset: (page - 1) * PAGE_SIZE,
    }).rows,
    total: store.count('documents', filter),
    facets: [
      ...store.facets('documents', { ...filter, outcome: undefined }, ['outcome']),
      ...store.facets('documents', { ...filter, format: undefined }, ['format']),
    ],
  };
}
