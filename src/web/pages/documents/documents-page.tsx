import { Hono } from 'hono';
import { requireColumn, requireView } from '../../../model/named-view.js';
import { chosenColumns } from '../../chosen-columns.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { DocumentsView } from './documents-view.js';
import { readDocuments, readDocumentsQuery } from './read-documents.js';

/** 文档: every document of the store, and how its reading ended. */
export const documentsPage = (site: Site): Hono =>
  new Hono().get('/documents', async (context) => {
    const asked = readDocumentsQuery(context.req.url);
    const view = requireView('documents');
    const { given, names } = chosenColumns(context, asked.given, view);
    for (const name of names ?? []) requireColumn(view, name);
    const query = { ...asked, given };
    const list = await readDocuments(site.store, query, names ?? []);
    return renderPage(context, <DocumentsView site={site} query={query} chosen={names} list={list} />);
  });
