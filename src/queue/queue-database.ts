import pg from 'pg';
import { serverStoreError } from '../model/facts/server-causes.js';
import { StoreError } from '../model/facts/store-error.js';
import { placeFault } from '../model/server-address.js';

/** A way to the server, as pg-boss takes one. */
export interface QueueDatabase {
  /** One statement with `$1` …, or several without; throws StoreError where the server cannot be used. */
  executeSql<Row>(text: string, values?: readonly unknown[]): Promise<{ rows: Row[] }>;
  /** Does something while nobody else, on whatever host, does something under the same name. */
  alone<T>(name: string, doIt: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const MOST_CONNECTIONS = 3;

/** How `pg` connects, plain data; a host that is gone is missed soon. @param name as the server lists the connection */
export const connectionSettings = (address: string, name: string) => ({
  connectionString: address,
  application_name: name,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
});

/**
 * Connections by `pg`, which takes what an address leaves out from the environment (PGPASSWORD, PGSSLMODE …) and ~/.pgpass.
 * @throws StoreError when the address is wrong; nobody is asked yet
 */
export function queueDatabase(address: string): QueueDatabase {
  const fault = placeFault(address);
  if (fault !== null) throw new StoreError('failed', fault);
  const pool = new pg.Pool({ ...connectionSettings(address, 'mingzhang queue'), max: MOST_CONNECTIONS });
  // Of a connection nobody uses: the next question is asked by another one, or tells of it.
  pool.on('error', () => undefined);
  // Of one in use: what is asked by it tells of it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const ask = async (client: pg.PoolClient, text: string, values?: readonly unknown[]) => {
    try {
      return await client.query(text, values);
    } catch (error) {
      throw queueFault(error);
    }
  };
  const connect = () =>
    pool.connect().catch((error: unknown) => {
      throw queueFault(error);
    });
  return {
    executeSql: async <Row>(text: string, values?: readonly unknown[]) => {
      const client = await connect();
      // A statement that failed may have left its transaction open.
      let isLost = true;
      try {
        const answer = await ask(client, text, values);
        isLost = false;
        return answer as { rows: Row[] };
      } finally {
        client.release(isLost);
      }
    },
    alone: async (name, doIt) => {
      const client = await connect();
      try {
        await ask(client, 'SELECT pg_advisory_lock(hashtext($1))', [name]);
        return await doIt();
      } finally {
        // The lock ends with its connection.
        client.release(true);
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
  return meant === undefined ? error : (serverStoreError(meant, '', message) ?? error);
}
