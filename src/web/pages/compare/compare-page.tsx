import { Hono } from 'hono';
import { readCompareQuery } from '../../compare-query.js';
import { readComparison } from '../../read-comparison.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { CompareView } from './compare-view.js';

/** 比较: the same thing over places and years. */
export const comparePage = (site: Site): Hono =>
  new Hono().get('/compare', async (context) => {
    const query = readCompareQuery(context.req.url);
    const compared = query.subject && (await readComparison(site.store, query, query.subject));
    return renderPage(context, <CompareView site={site} query={query} compared={compared} />);
  });
