import { StoreError } from '../model/facts/store-error.js';
import type { Store, StoreOptions } from '../model/ports/store.js';
import type { Connection } from './server/connection.js';
import { openServer } from './server/open-server.js';
import { serverFault } from './server/server-fault.js';
import { runServerSql } from './sql/run-server-sql.js';
import { storeOn } from './store-on.js';

/**
 * Opens a store on a PostgreSQL server, creating it in the first schema of the search path where there is none (not with `readOnly`).
 * @param address `postgres://user@host/database`; what it leaves out comes from the environment (PGPASSWORD, PGSSLMODE …) and ~/.pgpass
 * @param connect another way to a server; one that gives the same connection again and again has `isOnly`
 * @throws StoreError when the server cannot be reached, the schema is foreign, or of another version; it never says the password
 */
export function openPostgresStore(
  address: string,
  { now = () => new Date(), ...options }: StoreOptions = {},
  { connect, isOnly = false }: { connect?: (address: string) => Connection; isOnly?: boolean } = {},
): Store {
  const db = openServer(address, options, connect);
  const openApart = () => {
    const own = openServer(address, { readOnly: true }, connect);
    own.exec('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return { db: own, close: () => own.connection.close() };
  };
  let isOpen = true;
  return storeOn(
    {
      db,
      openApart: isOnly ? null : openApart,
      explain: serverFault,
      runSql: (...asked) => runServerSql(db, ...asked),
      backUp: () => {
        throw new StoreError(
          'target',
          'PostgreSQL 上的库请用 pg_dump 备份，或用 mingzhang migrate --to 文件 写成一个 SQLite 库',
        );
      },
      close: () => {
        if (isOpen) db.connection.close();
        isOpen = false;
      },
    },
    withoutSecret(address),
    now,
  );
}

/** An address as it may be shown. */
function withoutSecret(address: string): string {
  const shown = new URL(address);
  shown.password = '';
  shown.searchParams.delete('password');
  return shown.href;
}
