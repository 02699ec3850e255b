import { afterEach } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.js';

const stores: Store[] = [];

/** An empty store in memory, closed after the test. */
export function freshStore(): Store {
  const store = openStore(':memory:');
  stores.push(store);
  return store;
}

afterEach(() => {
  for (const store of stores.splice(0)) store.close();
});
