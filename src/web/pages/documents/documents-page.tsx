import { Hono } from 'hono';
import { requireColumn, requireView } from '../../../model/named-view.js';
import { chosenColumns } from '../../chosen-columns.js';
import { formatAsked, listFile } from '../../list-file.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { withoutDone } from '../../without-done.js';
import { DocumentsView } from './documents-view.js';
import { allDocuments, readDocuments, readDocumentsQuery } from './read-documents.js';

/** Repairs that can be taken back on the page. */
const REPAIRS_SHOWN = 10;

/** 文档: every document of the store, and how its reading ended. */
export const documentsPage = (site: Site): Hono =>
  new Hono()
    .get('/documents/export/:as', async (context) => {
      const query = readDocumentsQuery(context.req.url);
      const format = formatAsked(context.req.param('as'));
      return listFile(context, 'documents', format, await allDocuments(site.store, query, format));
    })
    .get('/documents', async (context) => {
      const { query: asked, done } = withoutDone(readDocumentsQuery(context.req.url));
      const view = requireView('documents');
      const { given, names } = chosenColumns(context, asked.given, view);
      for (const name of names ?? []) requireColumn(view, name);
      const query = { ...asked, given };
      return renderPage(
        context,
        <DocumentsView
          site={site}
          query={query}
          chosen={names}
          list={await readDocuments(site.store, query, names ?? [])}
          repairs={site.readOnly ? [] : await site.store.repairs(REPAIRS_SHOWN)}
          done={done}
        />,
      );
    });
