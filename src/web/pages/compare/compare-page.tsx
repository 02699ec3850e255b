import { Hono } from 'hono';
import { compareNearest } from '../../../app/compare-nearest.js';
import { statementsCompared } from '../../../app/compare-statements.js';
import { comparisonAsked, MOST_STATEMENTS, readCompareQuery } from '../../compare-query.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { CompareView, StatementsView } from './compare-view.js';

/** 比较: the same thing over places and years. */
export const comparePage = (site: Site): Hono =>
  new Hono().get('/compare', async (context) => {
    const query = readCompareQuery(context.req.url);
    const { filter } = comparisonAsked(query);
    if (query.statement !== null) {
      const statements = await statementsCompared(site.store, query.statement, filter, MOST_STATEMENTS);
      return renderPage(context, <StatementsView site={site} query={query} statements={statements} />);
    }
    const compared =
      query.subject && (await compareNearest(site.store, query.subject, comparisonAsked(query)));
    return renderPage(context, <CompareView site={site} query={query} compared={compared} />);
  });
