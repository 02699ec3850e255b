import type { Store, StoreOptions } from '../model/ports/store.js';
import { sqliteEngine } from './open-engine.js';
import { storeOn } from './store-on.js';

/**
 * Opens a store kept in one SQLite file, creating it where there is none (not with `readOnly`).
 * @throws StoreError when the file is missing (read-only), foreign, damaged, locked or of another version
 */
export const openSqliteStore = (
  path: string,
  { now = () => new Date(), ...options }: StoreOptions = {},
): Store => storeOn(sqliteEngine(path, options), path, now);
