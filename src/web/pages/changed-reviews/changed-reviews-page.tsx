import { Hono } from 'hono';
import { changedReviews } from '../../../app/changed-reviews.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { ChangedReviewsView } from './changed-reviews-view.js';

/** 复核之后变了的: answered findings that say something else since, or are found no longer. */
export const changedReviewsPage = (site: Site): Hono =>
  new Hono().get('/changed-reviews', async (context) =>
    renderPage(context, <ChangedReviewsView site={site} changes={await changedReviews(site.store)} />),
  );
