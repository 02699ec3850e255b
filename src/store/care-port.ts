import type { Database } from 'better-sqlite3';
import type { Care } from '../model/ports/care.js';
import { checkStore } from './care/check-store.js';
import { dump } from './care/dump.js';
import { rewriteStore } from './care/rewrite-store.js';
import { storedTexts } from './care/stored-texts.js';
import { backUp } from './file/back-up.js';
import type { Face } from './file/face.js';

export const carePort = (db: Database, { ask, stream }: Face): Care => ({
  check: () => ask(() => checkStore(db)),
  backUp: (file) => ask(() => backUp(db, file)),
  dump: () => ask(() => dump(db)),
  texts: () => stream(storedTexts),
  rewrite: (rewriting) => ask(() => rewriteStore(db, rewriting)),
});
