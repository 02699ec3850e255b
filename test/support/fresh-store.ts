import { afterEach } from 'vitest';
import type { Store } from '../../src/model/ports/store.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';

const stores: Store[] = [];

/** An empty store in memory, closed after the test. */
export function freshStore(): Store {
  const store = openSqliteStore(':memory:');
  stores.push(store);
  return store;
}

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});
