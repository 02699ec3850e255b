import { Hono } from 'hono';
import { coverageByPlace } from '../../../app/coverage.js';
import { readListQuery } from '../../list-query.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { CoverageView } from './coverage-view.js';

/** 公开情况: who has published, who has not. */
export const coveragePage = (site: Site): Hono =>
  new Hono().get('/coverage', async (context) => {
    const query = readListQuery(context.req.url);
    const { region, year } = query.filter;
    const coverage = region === undefined ? null : await coverageByPlace(site.store, region, year);
    return renderPage(context, <CoverageView site={site} query={query} coverage={coverage} />);
  });
