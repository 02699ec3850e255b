import { Hono } from 'hono';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { HomeView } from './home-view.js';
import { readHome } from './read-home.js';

/** 首页: what is in the store. */
export const homePage = (site: Site): Hono =>
  new Hono().get('/', async (context) =>
    renderPage(context, <HomeView site={site} home={await readHome(site.store)} />),
  );
