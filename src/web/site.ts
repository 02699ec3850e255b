import type { Store } from '../model/ports/store.js';
import type { PageDrawer } from '../pipeline/drawing/page-drawer.js';
import type { AuditRunner } from './audits/audit-runner.js';
import type { ImportQueue } from './imports/import-queue.js';
import type { SqlAsker } from './sql-asker.js';

/** What every page may use. */
export interface Site {
  store: Store;
  drawer: PageDrawer;
  audits: AuditRunner;
  sql: SqlAsker;
  /** Nothing may be changed: no import, no review, no assignment. */
  readOnly: boolean;
  /** Reads files into the store; without it the site imports nothing. */
  imports?: ImportQueue;
}
