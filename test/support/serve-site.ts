import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAudit } from '../../src/library/run-audit.js';
import type { Store } from '../../src/model/ports/store.js';
import { openPageDrawer } from '../../src/pipeline/drawing/page-drawer.js';
import { importFiles } from '../../src/pipeline/import/import-files.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { auditRunner } from '../../src/web/audits/audit-runner.js';
import { collectRunner } from '../../src/web/collects/collect-runner.js';
import { ImportQueue } from '../../src/web/imports/import-queue.js';
import { sqlAsker } from '../../src/web/sql-asker.js';
import { startServer } from '../../src/web/start-server.js';
import { BUILT } from './built-entries.js';
import { newFolder, removeFolder } from './scratch-folder.js';

export interface ServedSite {
  url: string;
  store: Store;
  imports: ImportQueue;
  db: string;
  /** What went wrong in the program. */
  errors: string[];
  close: () => Promise<void>;
}

const stores = new Map<string, Promise<Buffer>>();

/** The bytes of a store with these files imported and audited; made once for all who ask for the same. */
function storeOver(paths: readonly string[]): Promise<Buffer> {
  const asked = paths.join('\n');
  const bytes = stores.get(asked) ?? importApart(paths);
  stores.set(asked, bytes);
  return bytes;
}

async function importApart(paths: readonly string[]): Promise<Buffer> {
  const folder = newFolder();
  try {
    const db = join(folder, 'imported.db');
    const store = openSqliteStore(db);
    await importFiles(paths, { sink: store, jobs: 1, entry: BUILT.read });
    await runAudit(store);
    await store.close();
    return readFileSync(db);
  } finally {
    removeFolder(folder);
  }
}

/** The site over a new store with these files imported and audited, on a free port of this machine. */
export async function serveSite(paths: readonly string[]): Promise<ServedSite> {
  const folder = newFolder();
  const db = join(folder, 'site.db');
  if (paths.length > 0) writeFileSync(db, await storeOver(paths));
  const store = openSqliteStore(db);
  const errors: string[] = [];
  const drawer = openPageDrawer(store, BUILT.draw);
  const imports = new ImportQueue(db, {
    entry: BUILT.import,
    reportError: (error) => errors.push(`导入: ${error.stack}`),
  });
  const audits = auditRunner(db, BUILT.audit);
  const collects = collectRunner(BUILT.collect);
  const server = await startServer(
    { store, drawer, audits, sql: sqlAsker(db, BUILT.sql), imports, collects, readOnly: false },
    {
      host: '127.0.0.1',
      port: 0,
      reportError: (error, path) => errors.push(`${path}: ${error.stack}`),
    },
  );
  return {
    url: server.url,
    store,
    imports,
    db,
    errors,
    close: async () => {
      audits.stop();
      await Promise.all([server.close(), drawer.close(), imports.close(), collects.close()]);
      await store.close();
      removeFolder(folder);
    },
  };
}
