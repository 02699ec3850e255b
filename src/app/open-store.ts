import type { Store, StoreOptions } from '../model/ports/store.js';
import { openSqliteStore } from '../store/open-sqlite-store.js';

/**
 * Opens a store, creating it where there is none (not with `readOnly`): the one place where its engine is chosen.
 * @param path a SQLite file
 * @throws StoreError when the file is missing (read-only), foreign, damaged, locked or of another version
 */
export const openStore = async (path: string, options: StoreOptions = {}): Promise<Store> =>
  openSqliteStore(path, options);
