import { Hono } from 'hono';
import type { Site } from '../../site.js';
import { answerPicture } from './picture-route.js';

/** 证据: a whole source as the publisher printed it, with what became of every cell. */
export const documentPage = (site: Site): Hono =>
  new Hono().get('/documents/:id/pages/:page', (context) => answerPicture(site, context));
