import { StoreError } from '../model/facts/store-error.js';
import type { StoreOptions } from '../model/ports/store.js';
import { isServerAddress } from '../model/server-address.js';
import { backUp } from './file/back-up.js';
import { closeDatabase, openDatabase } from './file/open-database.js';
import type { Engine } from './ground/face.js';
import { toStoreError } from './ground/to-store-error.js';
import { readersApart } from './readers-apart.js';
import type { Connection } from './server/connection.js';
import { openServer } from './server/open-server.js';
import { serverFault } from './server/server-fault.js';
import { runServerSql } from './sql/run-server-sql.js';
import { runSql } from './sql/run-sql.js';

export type EngineOptions = Omit<StoreOptions, 'now'>;

/** The engine of a place: a server for `postgres://…`, else a SQLite file. @throws StoreError as the openers of stores do */
export const openEngine = (place: string, options: EngineOptions): Engine =>
  isServerAddress(place) ? postgresEngine(place, options) : sqliteEngine(place, options);

export function sqliteEngine(path: string, options: EngineOptions): Engine {
  const db = openDatabase(path, options);
  const readers = readersApart({
    open: () => openDatabase(path, { readOnly: true }),
    begin: 'BEGIN',
    close: (own) => void own.close(),
  });
  return {
    db,
    // A store in memory has one connection only.
    openApart: db.memory ? null : readers.open,
    explain: (error) => toStoreError(error, path),
    runSql: (...asked) => runSql(db, ...asked),
    backUp: (file) => backUp(db, file),
    close: () => {
      readers.close();
      closeDatabase(db);
    },
    abandon: () => {
      readers.close();
      db.close();
    },
  };
}

/** A way to a server; `isOnly` where it leads to the same connection again and again. */
export interface ServerWay {
  connect: (address: string) => Connection;
  isOnly: boolean;
}

export function postgresEngine(address: string, options: EngineOptions, way?: ServerWay): Engine {
  const db = openServer(address, options, way?.connect);
  const readers = readersApart({
    open: () => openServer(address, { readOnly: true }, way?.connect),
    begin: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
    close: (own) => own.connection.close(),
  });
  let isOpen = true;
  const close = (): void => {
    readers.close();
    if (isOpen) db.connection.close();
    isOpen = false;
  };
  return {
    db,
    openApart: way?.isOnly ? null : readers.open,
    explain: serverFault,
    runSql: (...asked) => runServerSql(db, ...asked),
    backUp: () => {
      throw new StoreError(
        'target',
        'PostgreSQL 上的库请用 pg_dump 备份，或用 mingzhang migrate --from 库 --to 文件 写成一个 SQLite 库',
      );
    },
    close,
    abandon: close,
  };
}
