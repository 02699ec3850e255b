import type { Store, StoreOptions } from '../model/ports/store.js';
import { isServerAddress } from '../model/server-address.js';
import { openPostgresStore } from './open-postgres-store.js';
import { openSqliteStore } from './open-sqlite-store.js';

/** The store of a place, by the engine that keeps it. @throws StoreError as its opener does */
export const openStoreAt = (place: string, options: StoreOptions = {}): Store =>
  isServerAddress(place) ? openPostgresStore(place, options) : openSqliteStore(place, options);
