import type { Hono } from 'hono';
import { expect, onTestFinished } from 'vitest';
import type { Store } from '../../src/model/ports/store.js';
import { auditRunner } from '../../src/web/audits/audit-runner.js';
import { createApp } from '../../src/web/create-app.js';
import { ImportQueue } from '../../src/web/imports/import-queue.js';
import { sqlAsker } from '../../src/web/sql-asker.js';
import { BUILT } from './built-entries.js';
import { siteApp } from './site-app.js';

interface ImportSite {
  app: Hono;
  store: Store;
  queue: ImportQueue;
  errors: Error[];
}

/** A site that can import, over a new store. */
export async function importSite(host = '127.0.0.1'): Promise<ImportSite> {
  const { store } = await siteApp({});
  const errors: Error[] = [];
  const reportError = (error: Error): void => void errors.push(error);
  const queue = new ImportQueue(store.path, { entry: BUILT.import, reportError });
  onTestFinished(() => queue.close());
  const drawer = { close: async () => undefined } as never;
  const audits = auditRunner(store.path);
  const app = createApp(
    { store, drawer, audits, sql: sqlAsker(store.path), imports: queue, readOnly: false },
    { host, reportError },
  );
  return { app, store, queue, errors };
}

/** Sends a form as a page of the site does. */
export const postForm = (
  app: Hono,
  path: string,
  body: FormData | Record<string, string>,
): Promise<Response> =>
  Promise.resolve(
    app.request(path, {
      method: 'POST',
      body: body instanceof FormData ? body : new URLSearchParams(body),
    }),
  );

/** The text of a page that is there. */
export const pageOf = async (app: Hono, path = '/import'): Promise<string> => {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  return response.text();
};
