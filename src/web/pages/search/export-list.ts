import { QueryError } from '../../../model/facts/query-error.js';
import { findView } from '../../../model/views.js';
import { renderList } from '../../../report/render-list.js';
import type { Row } from '../../../report/row.js';
import { ALL_HIT_COLUMNS } from '../../../report/search-columns.js';
import { openStore, type Store } from '../../../store/open-store.js';
import { inChunks } from '../../in-chunks.js';
import { showCount } from '../../parts/format-figures.js';
import { type ExportFormat, mostRows } from './export-formats.js';
import type { SearchQuery } from './search-query.js';

/** @throws QueryError where the list has more rows than such a file holds */
export function requireFits(store: Store, { view, filter }: SearchQuery, format: ExportFormat): void {
  if (view === 'all') return;
  const most = mostRows(view, format);
  const { rows, isExact } = store.count(view, filter, most);
  if (isExact && rows <= most) return;
  throw new QueryError(
    `结果超过 ${showCount(most)} 条，不能导出为 ${format}；请缩小范围，或在命令行用 mingzhang query`,
  );
}

/**
 * All rows of a list, filtered and sorted as its pages are, in the bytes `mingzhang query` writes (`mingzhang search` for the
 * full text). A connection of its own reads them: a slow download sees one state of the store and holds up no writer.
 * @param path file of the store
 */
export async function* exportList(
  path: string,
  query: SearchQuery,
  format: ExportFormat,
): AsyncGenerator<Uint8Array> {
  const store = openStore(path, { readOnly: true });
  try {
    const { rows, columns } = listOf(store, query, format);
    yield* inChunks(await renderList(rows, columns, format));
  } finally {
    store.close();
  }
}

function listOf(store: Store, { view, filter, sort }: SearchQuery, format: ExportFormat) {
  if (view !== 'all') {
    return { rows: store.rows(view, filter, { sort }), columns: findView(view)?.columns ?? [] };
  }
  const { text = '', region, year, department } = filter;
  const hits = store.search(text, { region, year, department, limit: mostRows(view, format) });
  return { rows: hits.map((hit): Row => ({ ...hit })), columns: ALL_HIT_COLUMNS };
}
