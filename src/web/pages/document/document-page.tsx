import { Hono } from 'hono';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { readDocumentQuery } from './document-query.js';
import { DocumentView } from './document-view.js';
import { answerPicture } from './picture-route.js';
import { readDocumentPage } from './read-document-page.js';

/** 证据: a whole source as the publisher printed it, with what became of every cell. */
export const documentPage = (site: Site): Hono =>
  new Hono()
    .get('/documents/:id', async (context) => {
      const query = readDocumentQuery(context.req.url);
      const shown = await readDocumentPage(site, context.req.param('id'), query);
      return renderPage(context, <DocumentView site={site} shown={shown} query={query} />);
    })
    .get('/documents/:id/pages/:page', (context) => answerPicture(site, context));
