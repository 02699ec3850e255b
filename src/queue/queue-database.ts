import pg from 'pg';
import { serverStoreError } from '../model/facts/server-causes.js';
import { StoreError } from '../model/facts/store-error.js';
import { placeFault } from '../model/server-address.js';

/** A way to the server, as pg-boss takes one. */
export interface QueueDatabase {
  /** One statement with `$1` …, or several without; throws StoreError where the server cannot be used. */
  executeSql<Row>(text: string, values?: readonly unknown[]): Promise<{ rows: Row[] }>;
  close(): Promise<void>;
}

const MOST_CONNECTIONS = 3;

/**
 * Connections by `pg`, which takes what an address leaves out from the environment (PGPASSWORD, PGSSLMODE …) and ~/.pgpass.
 * @throws StoreError when the address is wrong; nobody is asked yet
 */
export function queueDatabase(address: string): QueueDatabase {
  const fault = placeFault(address);
  if (fault !== null) throw new StoreError('failed', fault);
  const pool = new pg.Pool({
    connectionString: address,
    application_name: 'mingzhang queue',
    max: MOST_CONNECTIONS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  // Of a connection nobody uses: the next question is asked by another one, or tells of it.
  pool.on('error', () => undefined);
  return {
    executeSql: async <Row>(text: string, values?: readonly unknown[]) => {
      try {
        return (await pool.query(text, values)) as { rows: Row[] };
      } catch (error) {
        throw queueFault(error);
      }
    },
    close: () => pool.end(),
  };
}

/** What `pg` says without a code, with the one that fits. */
const WITHOUT_CODE: [said: RegExp, code: string][] = [
  [/^SASL\b.*client password must/, 'NO_PASSWORD'],
  [/^Connection terminated|^Client has encountered a connection error/, '08006'],
  [/does not support SSL/, '08001'],
];

function queueFault(error: unknown): unknown {
  const { code, message = '' } = Object(error) as NodeJS.ErrnoException;
  const meant = code ?? WITHOUT_CODE.find(([said]) => said.test(message))?.[1];
  return meant === undefined ? error : (serverStoreError(meant) ?? error);
}
