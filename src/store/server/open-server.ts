import { readdirSync, readFileSync } from 'node:fs';
import { StoreError } from '../../model/facts/store-error.js';
import type { StoreOptions } from '../../model/ports/store.js';
import { placeFault } from '../../model/server-address.js';
import { type Connection, openConnection } from './connection.js';
import { lastingConnection } from './lasting-connection.js';
import { type ServerDatabase, serverDatabase } from './server-database.js';
import { serverFault } from './server-fault.js';

const FOLDER = new URL('./migrations/', import.meta.url);

/**
 * Opens a store on a PostgreSQL server (15 or newer), creating and migrating it in the first schema of the search path unless `readOnly`.
 * @throws StoreError when the address is wrong, the server cannot be reached, the schema is foreign, or of another version
 */
export function openServer(
  address: string,
  { readOnly = false, mustExist = readOnly }: Omit<StoreOptions, 'now'> = {},
  connect: (address: string) => Connection = openConnection,
): ServerDatabase {
  const fault = placeFault(address);
  if (fault !== null) throw new StoreError('failed', fault);
  let connection: Connection | undefined;
  try {
    connection = lastingConnection(() => withSettings(connect(address), readOnly));
    const db = serverDatabase(connection, readOnly);
    prepareSchema(db, { readOnly, mustExist });
    return db;
  } catch (error) {
    connection?.close();
    throw serverFault(error);
  }
}

/** @param readOnly nothing can be written, by whatever statement */
function withSettings(connection: Connection, readOnly: boolean): Connection {
  try {
    connection.exec(readOnly ? `${SETTINGS}; SET default_transaction_read_only = on` : SETTINGS);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Notices are for nobody; compiling a plan costs more than most questions. */
const SETTINGS =
  "SET client_min_messages = warning; SET jit = off; SET standard_conforming_strings = on; SET client_encoding = 'UTF8'";

function prepareSchema(
  db: ServerDatabase,
  { readOnly, mustExist }: { readOnly: boolean; mustExist: boolean },
): void {
  const files = readdirSync(FOLDER)
    .filter((file) => /^\d{3}-.+\.sql$/.test(file))
    .sort();
  const versionIn = (file: string): number => Number(file.slice(0, 3));
  const newest = Math.max(...files.map(versionIn));
  const found = versionOf(db);
  if (found > newest) {
    throw new StoreError(
      'newer',
      `库由更新的版本写成（结构 ${found}，本程序只认识到 ${newest}）；请升级 mingzhang`,
    );
  }
  if (found === newest) return;
  if (found === 0 && mustExist) {
    throw new StoreError('missing', '这个 PostgreSQL 数据库里还没有明账库；请先运行 mingzhang import');
  }
  if (readOnly) {
    throw new StoreError(
      'older',
      `库由较早的版本写成（结构 ${found}，当前 ${newest}）；请先运行一次 mingzhang import 或 mingzhang audit，会自动升级并保留全部内容`,
    );
  }
  const apply = db.transaction((version: number) => {
    if (versionOf(db) >= version) return;
    for (const file of files.filter((each) => versionIn(each) === version)) {
      db.exec(readFileSync(new URL(file, FOLDER), 'utf8'));
    }
    db.exec(`DELETE FROM store_version; INSERT INTO store_version VALUES (${version})`);
  });
  for (const version of new Set(files.map(versionIn))) apply.immediate(version);
}

/** 0 where there is no store yet. @throws StoreError where something else is */
function versionOf({ connection }: ServerDatabase): number {
  const [state] = connection.query(
    `SELECT to_regclass(quote_ident(current_schema()) || '.store_version') IS NOT NULL,
       EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'v')),
       current_schema() IS NOT NULL, current_setting('server_encoding')`,
  ).rows;
  const [isStore, isUsed, hasSchema, encoding] = state ?? [];
  if (encoding !== 'UTF8') {
    throw new StoreError(
      'not-a-store',
      `数据库的编码是 ${encoding}，须是 UTF8；请另建一个：createdb -E UTF8 -T template0 数据库名`,
    );
  }
  if (hasSchema !== 1)
    throw new StoreError('not-a-store', '数据库的 search_path 里没有存在的模式；请先建立，或改用 public');
  if (isStore !== 1) {
    if (isUsed === 1) {
      throw new StoreError(
        'not-a-store',
        '这个 PostgreSQL 数据库里已有别的表，不是明账库，未作任何改动；请另建一个数据库或模式',
      );
    }
    return 0;
  }
  return Number(connection.query('SELECT max(version) FROM store_version').rows[0]?.[0] ?? 0);
}
