import { Hono } from 'hono';
import { compareNearest } from '../../../app/compare-nearest.js';
import { comparisonAsked, readCompareQuery } from '../../compare-query.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { CompareView } from './compare-view.js';

/** 比较: the same thing over places and years. */
export const comparePage = (site: Site): Hono =>
  new Hono().get('/compare', async (context) => {
    const query = readCompareQuery(context.req.url);
    const compared =
      query.subject && (await compareNearest(site.store, query.subject, comparisonAsked(query)));
    return renderPage(context, <CompareView site={site} query={query} compared={compared} />);
  });
