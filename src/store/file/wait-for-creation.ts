import { existsSync, statSync } from 'node:fs';
import { StoreError } from '../../model/facts/store-error.js';
import { readStoreHeader } from './inspect-store-file.js';

const LONGEST_WAIT = 10_000;
const PAUSE = 50;
/** Between two migrations, each a transaction of its own, there is a moment in which nobody is seen to write. */
const GRACE = 300;
/** Offset of the schema version in the file header (https://www.sqlite.org/fileformat.html#the_database_header). */
const USER_VERSION_OFFSET = 60;

/**
 * Opens a store, and tries again while another program is seen to create or migrate it: its journal stands beside it, or it
 * grows.
 * @throws what `open` throws, as soon as nobody is at it, or after ten seconds
 */
export function waitForCreation<T>(path: string, open: () => T): T {
  const until = Date.now() + LONGEST_WAIT;
  let quietSince = Date.now();
  let before = stateOf(path);
  for (;;) {
    try {
      return open();
    } catch (error) {
      const state = stateOf(path);
      if (state !== before || existsSync(`${path}-journal`)) quietSince = Date.now();
      before = state;
      const grace = graceOf(error, path);
      if (grace === null || Date.now() - quietSince >= grace || Date.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

/** How long after the last sign of a writer the answer may still change; null where it will not. */
function graceOf(error: unknown, path: string): number | null {
  if (!(error instanceof StoreError)) return null;
  switch (error.code) {
    case 'older':
      return GRACE;
    case 'missing':
      return existsSync(path) ? GRACE : null;
    case 'not-a-store':
      return existsSync(`${path}-journal`) ? GRACE : null;
    default:
      return null;
  }
}

/** What a writer changes that goes on: the size and the version of the schema. */
function stateOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) return 'none';
  return `${stats.size} ${readStoreHeader(path).readUInt32BE(USER_VERSION_OFFSET)}`;
}
