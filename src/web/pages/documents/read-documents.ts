import { OUTCOMES } from '../../../model/outcome.js';
import type { Row } from '../../../report/row.js';
import type { RowCount } from '../../../store/count-rows.js';
import type { FacetCount } from '../../../store/facets.js';
import type { Store } from '../../../store/open-store.js';
import { QueryError } from '../../../store/query-error.js';
import type { ViewFilter } from '../../../store/view-filter.js';
import { type ListQuery, readListQuery } from '../../list-query.js';
import { oneOf } from '../../one-of.js';

export const PAGE_SIZE = 50;
const OWN_PARAMETERS = ['outcome', 'format'] as const;

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
  const query = readListQuery(address, OWN_PARAMETERS);
  const refused = (['project', 'level1', 'level2', 'rule', 'severity'] as const).find(
    (name) => query.given[name] !== undefined,
  );
  if (refused) throw new QueryError(`文档不能按 ${refused} 筛选`);
  oneOf('outcome', OUTCOMES, query.given.outcome);
  return query;
}

export function readDocuments(store: Store, { filter: common, given, sort, page }: ListQuery): DocumentsPage {
  const filter: ViewFilter = { ...common, outcome: given.outcome, format: given.format };
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
