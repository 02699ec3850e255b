import type { Store, StoreOptions } from '../model/ports/store.js';
import { openStoreAt } from '../store/open-store-at.js';

/**
 * Opens a store, creating it where there is none (not with `readOnly`): the one place where its engine is chosen.
 * @param place a SQLite file, or the address of a PostgreSQL server (`postgres://user@host/database`; passwords from PGPASSWORD or ~/.pgpass)
 * @throws StoreError when the file is missing (read-only), foreign, damaged, locked or of another version; when the server cannot be reached
 */
export const openStore = async (place: string, options: StoreOptions = {}): Promise<Store> =>
  openStoreAt(place, options);
