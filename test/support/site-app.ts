import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import { runAudit } from '../../src/library/run-audit.js';
import type { Store } from '../../src/model/ports/store.js';
import { openPageDrawer } from '../../src/pipeline/drawing/page-drawer.js';
import { readDocument } from '../../src/pipeline/reading/read-document.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { auditRunner } from '../../src/web/audits/audit-runner.js';
import { createApp } from '../../src/web/create-app.js';
import type { Site } from '../../src/web/site.js';
import { sqlAsker } from '../../src/web/sql-asker.js';
import { BUILT } from './built-entries.js';
import { layEmptyStore } from './empty-store.js';
import { scratchFolder } from './scratch-folder.js';

/** Stores already made, as the bytes of their files, by the files read into them: most tests of a page ask for the same one. */
const made = new Map<string, Buffer>();

/** Lays a store with these files read and audited at a path. */
async function layStore(path: string, files: Record<string, string | Uint8Array>): Promise<void> {
  const contents = Object.entries(files).map(([name, content]) => [name, Buffer.from(content)] as const);
  const key = JSON.stringify(contents.map(([name, content]) => [name, content.toString('base64')]));
  const bytes = made.get(key);
  if (bytes) return writeFileSync(path, bytes);
  await layEmptyStore(path);
  const store = openSqliteStore(path);
  for (const [name, content] of contents) await store.save(await readDocument(content, { path: name }));
  await runAudit(store);
  await store.close();
  made.set(key, readFileSync(path));
}

/**
 * The site over a new store with these files (path → content) read and audited, without a server: `app.request('/…')`. An
 * error of the program fails the test.
 */
export async function siteApp(
  files: Record<string, string | Uint8Array>,
  options: Partial<Omit<Site, 'store'>> = {},
): Promise<{ app: Hono; store: Store }> {
  const file = join(scratchFolder(), 'site.db');
  await layStore(file, files);
  const store = openSqliteStore(file);
  onTestFinished(() => store.close());
  const errors: Error[] = [];
  onTestFinished(() => {
    if (errors[0]) throw errors[0];
  });
  const drawer = openPageDrawer(store, BUILT.draw);
  onTestFinished(() => drawer.close());
  const app = createApp(
    {
      store,
      drawer,
      audits: auditRunner(store.path),
      sql: sqlAsker(store.path, BUILT.sql),
      readOnly: false,
      ...options,
    },
    { host: '127.0.0.1', reportError: (error) => errors.push(error) },
  );
  return { app, store };
}
