import { Hono } from 'hono';
import { trend } from '../../../app/trend.js';
import type { Store } from '../../../model/ports/store.js';
import type { Trend } from '../../../model/trend.js';
import { type ListQuery, readListQuery } from '../../list-query.js';
import { projectNumber } from '../../project-number.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { TrendView } from './trend-view.js';

/** 历年: a department or project over the years. */
export const trendPage = (site: Site): Hono =>
  new Hono().get('/trend', async (context) => {
    const query = readListQuery(context.req.url);
    return renderPage(
      context,
      <TrendView site={site} query={query} trend={await readTrend(site.store, query)} />,
    );
  });

/** null: nothing was asked yet. @throws QueryError, UserError */
async function readTrend(
  store: Store,
  { given: { region, department, project }, filter: { stage } }: ListQuery,
): Promise<Trend | null> {
  if (project !== undefined) return trend(store, { project: projectNumber(project), stage });
  if (region === undefined && department === undefined) return null;
  return trend(store, { region, department, stage });
}
