import type { Care } from '../model/ports/care.js';
import { checkStore } from './care/check-store.js';
import { dump } from './care/dump.js';
import { rewriteStore } from './care/rewrite-store.js';
import { storedTexts } from './care/stored-texts.js';
import type { Engine, Face } from './ground/face.js';

export const carePort = ({ db, backUp }: Engine, { ask, stream }: Face): Care => ({
  check: () => ask(() => checkStore(db)),
  backUp: (file) => ask(() => backUp(file)),
  dump: () => ask(() => dump(db)),
  texts: () => stream(storedTexts),
  rewrite: (rewriting) => ask(() => rewriteStore(db, rewriting)),
});
