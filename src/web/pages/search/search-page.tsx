import { type Context, Hono } from 'hono';
import { tellRules } from '../../../app/tell-rules.js';
import { QueryError } from '../../../model/facts/query-error.js';
import { requireView } from '../../../model/named-view.js';
import type { Store } from '../../../model/ports/store.js';
import type { Column, Row, Rows } from '../../../report/row.js';
import { ALL_HIT_COLUMNS } from '../../../report/search-columns.js';
import { chosenColumns } from '../../chosen-columns.js';
import { type ExportFormat, mostRows } from '../../export-formats.js';
import { formatAsked, listFile } from '../../list-file.js';
import { COLUMNS } from '../../list-query.js';
import { showCount } from '../../parts/format-figures.js';
import { columnsNamed, type ListColumn, viewColumns } from '../../parts/list-column.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { listColumns } from './list-columns.js';
import { readHits } from './read-hits.js';
import { readList } from './read-list.js';
import { readTabs } from './read-tabs.js';
import { readSearchQuery, type SearchQuery, searchScopeOf } from './search-query.js';
import { HitView, ListView, SearchFrame } from './search-view.js';

/** 检索: projects, indicators, findings and texts as lists, the full text ranked, and all of it as files. */
export const searchPage = (site: Site): Hono =>
  new Hono()
    .get('/search', async (context) => {
      const { store } = site;
      const { query, columns } = withColumns(context, readSearchQuery(context.req.url));
      const tabs = await readTabs(store, query);
      const total = tabs.find(({ view }) => view === query.view)?.total;
      return renderPage(
        context,
        <SearchFrame site={site} query={query} tabs={tabs}>
          {total ? (
            <ListView query={query} columns={columns} list={await readList(store, query, total, columns)} />
          ) : (
            <HitView query={query} found={await readHits(store, query)} />
          )}
        </SearchFrame>,
      );
    })
    .get('/search/export', async (context) => {
      const query = readSearchQuery(context.req.url, ['format']);
      const format = formatAsked(query.given.format);
      await requireFits(site.store, query, format);
      return listFile(context, query.view, format, await listOf(site.store, query, format));
    });

/** The columns a list shows: those chosen now or before, and the address that says so. */
function withColumns(context: Context, query: SearchQuery): { query: SearchQuery; columns: ListColumn[] } {
  const { view, filter } = query;
  if (view === 'all') return { query, columns: [] };
  const usual = listColumns(view, filter.text === undefined ? [] : [filter.text]);
  const { given, names } = chosenColumns(context, query.given, requireView(view));
  return { query: { ...query, given }, columns: columnsNamed(usual, requireView(view), names) };
}

/** @throws QueryError where the list has more rows than such a file holds */
async function requireFits(store: Store, { view, filter }: SearchQuery, format: ExportFormat): Promise<void> {
  if (view === 'all') return;
  const most = mostRows(view, format);
  const { rows, isExact } = await store.count(view, filter, most);
  if (isExact && rows <= most) return;
  throw new QueryError(
    `结果超过 ${showCount(most)} 条，不能导出为 ${format}；请缩小范围，或在命令行用 mingzhang query`,
  );
}

/** All rows of a list, filtered and sorted as its pages are; of the full text as `mingzhang search` has them. */
async function listOf(
  store: Store,
  query: SearchQuery,
  format: ExportFormat,
): Promise<{ rows: Rows; columns: readonly Column[] }> {
  const { view, filter, sort } = query;
  if (view !== 'all') {
    const chosen = query.given[COLUMNS]?.split(',');
    const named = chosen && viewColumns(columnsNamed(listColumns(view, []), requireView(view), chosen));
    const all = await tellRules(requireView(view).columns);
    return {
      rows: store.rows(view, filter, { sort, columns: named }),
      columns: named?.flatMap((name) => all.filter((each) => each.name === name)) ?? all,
    };
  }
  const hits = await store.search(filter.text ?? '', {
    ...searchScopeOf(query),
    limit: mostRows(view, format),
  });
  return { rows: hits.map((hit): Row => ({ ...hit })), columns: ALL_HIT_COLUMNS };
}
