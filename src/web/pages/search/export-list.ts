import { QueryError } from '../../../model/facts/query-error.js';
import type { Store } from '../../../model/ports/store.js';
import { findView } from '../../../model/views.js';
import { renderList } from '../../../report/render-list.js';
import type { Column, Row, Rows } from '../../../report/row.js';
import { ALL_HIT_COLUMNS } from '../../../report/search-columns.js';
import { inChunks } from '../../in-chunks.js';
import { showCount } from '../../parts/format-figures.js';
import { type ExportFormat, mostRows } from './export-formats.js';
import type { SearchQuery } from './search-query.js';

/** @throws QueryError where the list has more rows than such a file holds */
export async function requireFits(
  store: Store,
  { view, filter }: SearchQuery,
  format: ExportFormat,
): Promise<void> {
  if (view === 'all') return;
  const most = mostRows(view, format);
  const { rows, isExact } = await store.count(view, filter, most);
  if (isExact && rows <= most) return;
  throw new QueryError(
    `结果超过 ${showCount(most)} 条，不能导出为 ${format}；请缩小范围，或在命令行用 mingzhang query`,
  );
}

/**
 * All rows of a list, filtered and sorted as its pages are, in the bytes `mingzhang query` writes (`mingzhang search` for the
 * full text).
 */
export async function* exportList(
  store: Store,
  query: SearchQuery,
  format: ExportFormat,
): AsyncGenerator<Uint8Array> {
  const { rows, columns } = await listOf(store, query, format);
  yield* inChunks(await renderList(rows, columns, format));
}

async function listOf(
  store: Store,
  { view, filter, sort }: SearchQuery,
  format: ExportFormat,
): Promise<{ rows: Rows; columns: readonly Column[] }> {
  if (view !== 'all') {
    return { rows: store.rows(view, filter, { sort }), columns: findView(view)?.columns ?? [] };
  }
  const { text = '', region, year, department } = filter;
  const hits = await store.search(text, { region, year, department, limit: mostRows(view, format) });
  return { rows: hits.map((hit): Row => ({ ...hit })), columns: ALL_HIT_COLUMNS };
}
