import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { QueryError } from '../../../model/facts/query-error.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { EXPORT_FORMATS } from './export-formats.js';
import { exportList, requireFits } from './export-list.js';
import { readHits } from './read-hits.js';
import { readList } from './read-list.js';
import { readTabs } from './read-tabs.js';
import { readSearchQuery } from './search-query.js';
import { HitView, ListView, SearchFrame } from './search-view.js';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** 检索: projects, indicators, findings and texts as lists, the full text ranked, and all of it as files. */
export const searchPage = (site: Site): Hono =>
  new Hono()
    .get('/search', async (context) => {
      const query = readSearchQuery(context.req.url);
      const { store } = site;
      const tabs = await readTabs(store, query);
      const total = tabs.find(({ view }) => view === query.view)?.total;
      return renderPage(
        context,
        <SearchFrame site={site} query={query} tabs={tabs}>
          {total ? (
            <ListView query={query} list={await readList(store, query, total)} />
          ) : (
            <HitView query={query} found={await readHits(store, query)} />
          )}
        </SearchFrame>,
      );
    })
    .get('/search/export', async (context) => {
      const query = readSearchQuery(context.req.url, ['format']);
      const format = EXPORT_FORMATS.find((each) => each === query.given.format);
      if (!format) throw new QueryError(`format 应为 ${EXPORT_FORMATS.join('、')} 之一`);
      await requireFits(site.store, query, format);
      context.header('Content-Type', TYPES[format]);
      context.header('Content-Disposition', `attachment; filename="mingzhang-${query.view}.${format}"`);
      context.header('Cache-Control', 'no-store');
      return context.body(
        Readable.toWeb(Readable.from(exportList(site.store, query, format))) as ReadableStream,
      );
    });
