import { type Connection, openConnection } from '../../src/store/server/connection.js';

let schemas = 0;

/** Address of a new, empty schema of the database at an address. */
export function newSchema(address: string): string {
  const connection = openConnection(address);
  const name = `s${process.pid}_${++schemas}`;
  try {
    connection.exec(`CREATE SCHEMA ${name}`);
  } finally {
    connection.close();
  }
  const own = new URL(address);
  own.searchParams.set('options', `-csearch_path=${name}`);
  return own.href;
}

const PGLITE = new URL('./pglite-driver.mjs', import.meta.url);

let shared: Connection | undefined;

/** A connection to a new, empty schema of a PostgreSQL within this process: the same connection each time, so that one store can be open at a time. */
export function connectPglite(): Connection {
  shared ??= openConnection('', PGLITE);
  const connection = shared;
  const name = `s${++schemas}`;
  connection.exec(`CREATE SCHEMA ${name}; SET search_path TO ${name}`);
  return { ...connection, close: () => connection.exec(`DROP SCHEMA ${name} CASCADE`) };
}
