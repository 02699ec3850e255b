import { Hono } from 'hono';
import { coverageByPlace } from '../../../app/coverage.js';
import { placesBelow } from '../../../app/place-map.js';
import { readListQuery } from '../../list-query.js';
import { oneOf } from '../../one-of.js';
import { PLACE_MEASURES } from '../../parts/places/measures.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { CoverageView } from './coverage-view.js';

/** 公开情况: who has published, who has not. */
export const coveragePage = (site: Site): Hono =>
  new Hono().get('/coverage', async (context) => {
    const query = readListQuery(context.req.url, ['by']);
    const measure = oneOf('by', PLACE_MEASURES, query.given.by) ?? PLACE_MEASURES[0];
    const { region, year, stage } = query.filter;
    const coverage = region === undefined ? null : await coverageByPlace(site.store, region, year, stage);
    const groups = coverage ? await placesBelow(site.store, coverage.region, coverage.year) : [];
    return renderPage(
      context,
      <CoverageView site={site} query={query} coverage={coverage} groups={groups} measure={measure} />,
    );
  });
