import { QueryError } from '../../../model/facts/query-error.js';
import { EVERY_FILTER, hasFilter } from '../../../model/filters.js';
import { requireColumn, requireView } from '../../../model/named-view.js';
import type { FacetCount, RowCount } from '../../../model/ports/questions.js';
import type { Store } from '../../../model/ports/store.js';
import { gapsOf, type ReadingGap } from '../../../model/reading-gaps.js';
import type { Column, Row, Rows } from '../../../report/row.js';
import { type ExportFormat, mostRows } from '../../export-formats.js';
import { COLUMNS, type ListQuery, readListQuery } from '../../list-query.js';

export const DOCUMENTS_A_PAGE = 50;

export interface DocumentsPage {
  rows: Row[];
  /** What those read in part lack, by their ids. */
  gaps: ReadonlyMap<number, ReadingGap[]>;
  total: RowCount;
  /** How the documents of the filter spread over outcomes, formats and years. */
  facets: FacetCount[];
}

const ALWAYS_READ = [
  ...['id', 'province', 'city', 'region', 'region_code', 'year', 'stage', 'department', 'department_key'],
  ...['path', 'format', 'title', 'outcome', 'forms', 'cells', 'unclaimed_cells', 'unread_rows'],
  ...['unresolved', 'superseded_by', 'sha256'],
];

/** What the address of the list of documents says. @throws QueryError */
export function readDocumentsQuery(address: string): ListQuery {
  const documents = requireView('documents');
  const filters = EVERY_FILTER.map(([name]) => name).filter((name) => hasFilter(documents, name));
  return readListQuery(address, [COLUMNS, 'done'], filters);
}

/**
 * All documents of a list, with the columns that were chosen, else with all.
 * @throws QueryError where there are more than a file holds, and on a column there is not
 */
export async function allDocuments(
  store: Store,
  { filter, sort, given }: ListQuery,
  format: ExportFormat,
): Promise<{ rows: Rows; columns: readonly Column[] }> {
  const view = requireView('documents');
  const most = mostRows(view.name, format);
  const { rows, isExact } = await store.count(view.name, filter, most);
  if (!isExact || rows > most) throw new QueryError(`文档超过 ${most} 份，不能导出为 ${format}；请缩小范围`);
  const columns = given[COLUMNS]?.split(',').map((name) => requireColumn(view, name)) ?? view.columns;
  return { rows: store.rows(view.name, filter, { sort, columns: columns.map(({ name }) => name) }), columns };
}

/** @param columns read besides those the page always needs */
export async function readDocuments(
  store: Store,
  { filter, sort, page }: ListQuery,
  columns: readonly string[],
): Promise<DocumentsPage> {
  const { rows } = await store.query('documents', filter, {
    columns: [...ALWAYS_READ, ...columns],
    sort,
    limit: DOCUMENTS_A_PAGE,
    offset: (page - 1) * DOCUMENTS_A_PAGE,
  });
  return {
    rows,
    gaps: await gapsOfRows(store, rows),
    total: await store.count('documents', filter),
    facets: [
      ...(await store.facets('documents', { ...filter, outcome: undefined }, ['outcome'])),
      ...(await store.facets('documents', { ...filter, format: undefined }, ['format'])),
    ],
  };
}

async function gapsOfRows(store: Store, rows: readonly Row[]): Promise<Map<number, ReadingGap[]>> {
  const gaps = new Map<number, ReadingGap[]>();
  for (const { id, sha256, path, outcome } of rows) {
    const known = outcome === 'partial' ? await store.known(String(sha256)) : null;
    if (known) gaps.set(Number(id), gapsOf({ ...known, path: String(path), diagnostics: known.gaps }));
  }
  return gaps;
}
