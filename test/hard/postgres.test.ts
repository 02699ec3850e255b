import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyStore } from '../../src/store/copy-store.js';
import { openPostgresStore } from '../../src/store/open-postgres-store.js';
import { openConnection } from '../../src/store/server/connection.js';
import { runSqlApart } from '../../src/store/sql/run-sql-apart.js';
import { contractOf } from '../store/contract/contract-of.js';
import { everyAnswer } from '../support/every-answer.js';
import { newSchema } from '../support/postgres-schema.js';
import { isPostgresInstalled, type PostgresServer } from '../support/postgres-server.js';
import { randomStore } from '../support/random-store.js';
import { removeFolder } from '../support/scratch-folder.js';
import { SeededRandom } from '../support/seeded-random.js';
import { dumpOf, startCommand } from './command.js';
import { documentsAt } from './documents-at.js';
import { servedPile } from './served-pile.js';

const FILES = 40;
const ENDLESS = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
const SQL_ENTRY = fileURLToPath(new URL('../../dist/src/store/sql/sql-entry.js', import.meta.url));

describe.skipIf(!isPostgresInstalled())('a PostgreSQL server', () => {
  let server: PostgresServer;
  let folder = '';
  let calm = '';

  beforeAll(async () => {
    ({ server, folder, calm } = await servedPile(FILES));
  });
  afterAll(() => {
    server.stop();
    removeFolder(folder);
  });

  const importInto = (db: string, ...args: string[]) =>
    startCommand(folder, ['import', ...args, '--jobs', '1', '--db', db]).ended;

  contractOf('keeps stores', async (options) => openPostgresStore(newSchema(server.address), options));

  it('answers every question as SQLite does after the same acts', async () => {
    const seed = 2;
    const file = await randomStore(new SeededRandom(seed), 14);
    const served = await randomStore(new SeededRandom(seed), 14, (_, options) =>
      openPostgresStore(newSchema(server.address), options),
    );
    expect(await everyAnswer(served)).toEqual(await everyAnswer(file));
    await file.close();
    await served.close();
  });

  it('has the same store after several imports at once as after one into SQLite', async () => {
    const address = newSchema(server.address);
    const ends = await Promise.all([1, 2, 3].map(() => importInto(address, 'pile')));
    expect(ends.map(({ status }) => status)).toEqual(ends.map(() => ends[0]?.status));
    expect(await dumpOf(address)).toBe(calm);
  });

  it('loses nothing and keeps no half when the server or the import is killed', async () => {
    const address = newSchema(server.address);
    const cut = startCommand(folder, ['import', 'pile', '--jobs', '1', '--db', address]);
    await documentsAt(address, FILES / 4);
    server.crash();
    expect((await cut.ended).stderr).not.toMatch(/^\s+at /m);
    const killed = startCommand(folder, ['import', 'pile', '--jobs', '1', '--db', address]);
    await documentsAt(address, FILES / 2);
    killed.child.kill('SIGKILL');
    await killed.ended;
    await importInto(address, 'pile');
    expect(await dumpOf(address)).toBe(calm);
  });

  it('is asked again after it was started again', async () => {
    const store = openPostgresStore(newSchema(server.address));
    const asked = () => store.query('documents');
    try {
      for (let time = 0; time < 3; time++) {
        await asked();
        server.crash();
        // The first question may be under way when the loss is heard of.
        await asked().catch(() => undefined);
        expect((await asked()).rows).toEqual([]);
      }
    } finally {
      await store.close();
    }
  });

  it('takes a store from SQLite and gives it back the same', async () => {
    const address = newSchema(server.address);
    copyStore(join(folder, 'calm.db'), address);
    expect(await dumpOf(address)).toBe(calm);
    copyStore(address, join(folder, 'back.db'));
    expect(await dumpOf(join(folder, 'back.db'))).toBe(calm);
  });

  it('stops a statement in time, and lets none write, read files or the tables of the program', async () => {
    const store = openPostgresStore(newSchema(server.address));
    try {
      await expect(store.sql(ENDLESS, [], { milliseconds: 300 })).rejects.toThrow('已停止');
      for (const refused of [
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT set_config('statement_timeout', '0', false)",
        "SELECT query_to_xml('SELECT * FROM document_paths', true, true, '')",
        'SELECT * FROM "document_paths"',
        'SELECT * FROM U&"document\\005fpaths"',
        'WITH gone AS (DELETE FROM document_rows RETURNING 1) SELECT * FROM gone',
        'SELECT 1; DELETE FROM document_rows',
      ]) {
        await expect(store.sql(refused), refused).rejects.toMatchObject({ name: 'QueryError' });
      }
    } finally {
      await store.close();
    }
  });

  it('works no longer on a statement whose process was stopped', async () => {
    const address = newSchema(server.address);
    await openPostgresStore(address).close();
    const limits = { milliseconds: 5_000, entry: SQL_ENTRY };
    await expect(runSqlApart(address, ENDLESS, [], limits)).rejects.toThrow('已停止');
    const connection = openConnection(address);
    try {
      const working = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'FETCH%'";
      while (connection.query(working).rows[0]?.[0] !== 0)
        await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      connection.close();
    }
  });

  it('never says a password', async () => {
    const address = new URL(server.address);
    address.password = 'hush-hush';
    address.searchParams.set('host', '/nowhere');
    const { stderr, status } = await startCommand(folder, ['status', '--db', address.href]).ended;
    expect(status).toBe(1);
    expect(stderr).not.toContain('hush');
  });
});
