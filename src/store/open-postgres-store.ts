import type { Store, StoreOptions } from '../model/ports/store.js';
import { postgresEngine, type ServerWay } from './open-engine.js';
import { storeOn } from './store-on.js';

/**
 * Opens a store on a PostgreSQL server, creating it in the first schema of the search path where there is none (not with `readOnly`).
 * @param address `postgres://user@host/database`; what it leaves out comes from the environment (PGPASSWORD, PGSSLMODE …) and ~/.pgpass
 * @param way to the server, by `pg` where it is left out
 * @throws StoreError when the server cannot be reached, the schema is foreign, or of another version; it never says the password
 */
export const openPostgresStore = (
  address: string,
  { now = () => new Date(), ...options }: StoreOptions = {},
  way?: ServerWay,
): Store => storeOn(postgresEngine(address, options, way), address, now);
