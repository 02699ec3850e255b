import { Hono } from 'hono';
import { readListQuery } from '../../list-query.js';
import { oneOf } from '../../one-of.js';
import { PLACE_MEASURES } from '../../parts/places/measures.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { HomeView } from './home-view.js';
import { readHome } from './read-home.js';

/** 首页: where there is what, what is new, what is gravest, how far the review is. */
export const homePage = (site: Site): Hono =>
  new Hono().get('/', async (context) => {
    const { given, filter } = readListQuery(context.req.url, ['by'], ['year']);
    const measure = oneOf('by', PLACE_MEASURES, given.by) ?? PLACE_MEASURES[0];
    const home = await readHome(site.store, filter.year);
    return renderPage(context, <HomeView site={site} home={home} measure={measure} />);
  });
