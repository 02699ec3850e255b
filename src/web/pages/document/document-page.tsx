import { type Context, Hono } from 'hono';
import { QueryError } from '../../../model/facts/query-error.js';
import { documentNumbered } from '../../document-numbered.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { readDocumentQuery } from './document-query.js';
import { DocumentView } from './document-view.js';
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

/** A page of a PDF as PNG; where it cannot be drawn, a picture that says why and what to do. */
async function answerPicture({ store, drawer }: Site, context: Context): Promise<Response> {
  const page = /^([1-9]\d{0,4})\.png$/.exec(context.req.param('page') ?? '')?.[1];
  const sha256 = await documentNumbered(store, context.req.param('id') ?? '');
  if (page === undefined) throw new QueryError('页面图的网址形如 /documents/编号/pages/3.png');
  const answer = await drawer.draw(sha256, Number(page));
  if (answer.kind === 'page') {
    context.header('Cache-Control', 'private, max-age=3600');
    context.header('Content-Type', 'image/png');
    return context.body(new Uint8Array(answer.png));
  }
  const reason = {
    gone: '原文件已不在原处，也没有留存；导入时加 --keep-sources 可以留存原文件',
    'no-page': '这份文档没有这一页',
    'not-drawn': answer.kind === 'not-drawn' ? answer.reason : '',
  }[answer.kind];
  context.header('Cache-Control', 'no-store');
  context.header('Content-Type', 'image/svg+xml');
  return context.body(sayInPicture(`第 ${page} 页画不出来：${reason}。`, '可以改看读出的表格。'), 404);
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const sayInPicture = (...lines: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 160"><rect width="900" height="160" fill="#f3f5f8"/>${lines
    .map((line, index) => {
      const text = line.replace(/[&<>]/g, (char) => ESCAPES[char] ?? char);
      return `<text x="20" y="${60 + 40 * index}" font-size="20" font-family="sans-serif" fill="#1b1f24">${text}</text>`;
    })
    .join('')}</svg>`;
