import type { WatchedQueue } from '../app/watch-queue.js';
import type { Store } from '../model/ports/store.js';
import type { PageDrawer } from '../pipeline/drawing/page-drawer.js';
import type { AuditRunner } from './audits/audit-runner.js';
import type { CollectRunner } from './collects/collect-runner.js';
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
  /** Collects files from the web into folders of this machine; without it the site collects nothing. */
  collects?: CollectRunner;
  /** What waits for readers on other hosts; without it the site shows no queue. */
  queue?: Pick<WatchedQueue, 'standing'>;
}
