import type { ServerWay } from '../../src/store/open-engine.js';
import { type Connection, openConnection } from '../../src/store/server/connection.js';

let schemas = 0;

/** Address of a new, empty schema of the database at an address. @param settings of the server for whoever goes there */
export function newSchema(address: string, settings: Readonly<Record<string, string>> = {}): string {
  const connection = openConnection(address);
  const name = `s${process.pid}_${++schemas}`;
  try {
    connection.exec(`CREATE SCHEMA ${name}`);
  } finally {
    connection.close();
  }
  const own = new URL(address);
  const options = Object.entries({ search_path: name, ...settings });
  own.searchParams.set('options', options.map(([setting, value]) => `-c${setting}=${value}`).join(' '));
  return own.href;
}

const PGLITE = new URL('./pglite-driver.mjs', import.meta.url);

let shared: Connection | undefined;
let current = '';
/** Schemas that were used before and are empty again. */
const free: string[] = [];

/** A way to a PostgreSQL within this process: all stores speak by one connection, each with a schema of its own. */
export const IN_PROCESS: ServerWay = {
  isOnly: true,
  connect: () => {
    shared ??= openConnection('', PGLITE);
    const connection = shared;
    const schema = free.pop() ?? `s${++schemas}`;
    const within = <T>(ask: () => T): T => {
      if (current !== schema)
        connection.exec(`CREATE SCHEMA IF NOT EXISTS ${schema}; SET search_path TO ${schema}`);
      current = schema;
      return ask();
    };
    return {
      query: (...asked) => within(() => connection.query(...asked)),
      exec: (text) => within(() => connection.exec(text)),
      copy: (...asked) => within(() => connection.copy(...asked)),
      close: () => {
        within(() => empty(connection));
        free.push(schema);
      },
    };
  },
};

const TABLES = `SELECT string_agg(relname, ', ') FROM pg_class
  WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname <> 'store_version'`;

function empty(connection: Connection): void {
  const [[tables] = []] = connection.query(TABLES).rows;
  connection.exec(`TRUNCATE ${tables} RESTART IDENTITY CASCADE;
    INSERT INTO change_rows VALUES (1, 0); INSERT INTO search_size VALUES (0, 0)`);
}
