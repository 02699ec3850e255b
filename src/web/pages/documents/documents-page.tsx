import { Hono } from 'hono';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { DocumentsView } from './documents-view.js';
import { readDocuments, readDocumentsQuery } from './read-documents.js';

/** 文档: every document of the store, and how its reading ended. */
export const documentsPage = (site: Site): Hono =>
  new Hono().get('/documents', async (context) => {
    const query = readDocumentsQuery(context.req.url);
    return renderPage(
      context,
      <DocumentsView site={site} query={query} list={await readDocuments(site.store, query)} />,
    );
  });
