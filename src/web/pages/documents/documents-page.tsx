import { Hono } from 'hono';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { withoutDone } from '../../without-done.js';
import { DocumentsView } from './documents-view.js';
import { readDocuments, readDocumentsQuery } from './read-documents.js';

/** Repairs that can be taken back on the page. */
const REPAIRS_SHOWN = 10;

/** 文档: every document of the store, and how its reading ended. */
export const documentsPage = (site: Site): Hono =>
  new Hono().get('/documents', async (context) => {
    const { query, done } = withoutDone(readDocumentsQuery(context.req.url));
    const repairs = site.readOnly ? [] : await site.store.repairs(REPAIRS_SHOWN);
    return renderPage(
      context,
      <DocumentsView
        site={site}
        query={query}
        list={await readDocuments(site.store, query)}
        repairs={repairs}
        done={done}
      />,
    );
  });
