import type { Context } from 'hono';
import { html } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Answers with a whole page, never kept by a browser: the store may have changed meanwhile. */
export function renderPage(
  context: Context,
  page: JSX.Element,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  context.header('Cache-Control', 'no-store');
  return context.html(html`<!DOCTYPE html>${page}`, status);
}
