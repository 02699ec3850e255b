import { Hono } from 'hono';
import { describeApi } from '../../api/create-api.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { ApiDocsView } from './api-docs-view.js';
import { listOperations } from './list-operations.js';

/** 数据接口: the OpenAPI description for people. */
export const apiDocsPage = (site: Site): Hono =>
  new Hono().get('/api', (context) =>
    renderPage(context, <ApiDocsView site={site} operations={listOperations(describeApi(site))} />),
  );
