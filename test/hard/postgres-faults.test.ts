import { statfsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConnection } from '../../src/store/server/connection.js';
import { cutWay } from '../support/cut-way.js';
import { newSchema } from '../support/postgres-schema.js';
import { isPostgresInstalled, type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { removeFolder } from '../support/scratch-folder.js';
import { dumpOf, startCommand } from './command.js';
import { documentsAt } from './documents-at.js';
import { servedPile } from './served-pile.js';
import { smallDisk } from './small-disk.js';

const FILES = 40;

const probe = smallDisk('1m');
probe?.remove();

const usedBytes = (disk: string): number => {
  const { blocks, bfree, bsize } = statfsSync(disk);
  return (blocks - bfree) * bsize;
};

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

describe.skipIf(!isPostgresInstalled())('faults of and before a PostgreSQL server', () => {
  let server: PostgresServer;
  let folder = '';
  let calm = '';

  const importInto = (db: string) => startCommand(folder, ['import', 'pile', '--jobs', '1', '--db', db]);

  beforeAll(async () => {
    ({ server, folder, calm } = await servedPile(FILES));
  });
  afterAll(() => {
    server.stop();
    removeFolder(folder);
  });

  const numberAt = (address: string, sql: string): number => {
    const connection = openConnection(address);
    try {
      return Number(connection.query(sql).rows[0]?.[0]);
    } finally {
      connection.close();
    }
  };

  it('a network that is cut: what was written stays, the rest is undone and comes with the next import', async () => {
    const address = newSchema(server.address);
    const way = await cutWay(address);
    try {
      for (const wanted of [FILES / 4, FILES / 2]) {
        const cut = importInto(way.address);
        await documentsAt(address, wanted, [cut]);
        way.cut();
        way.mend();
        const { stderr } = await cut.ended;
        expect(stderr).not.toMatch(/^\s+at /m);
        expect(stderr).not.toContain('程序内部错误');
      }
      await importInto(address).ended;
      expect(await dumpOf(address)).toBe(calm);
    } finally {
      way.close();
    }
  });

  it('a writer asleep in the midst of a transaction: others go on without it, and it undoes nothing of theirs when it wakes', async () => {
    const url = new URL(newSchema(server.address));
    const schema = url.searchParams.get('options') ?? '';
    url.searchParams.set('options', `${schema} -c idle_in_transaction_session_timeout=10000`);
    const address = url.href;
    const asleep = importInto(address);
    const writing = `SELECT count(*) FROM pg_stat_activity
      WHERE state = 'idle in transaction' AND pid <> pg_backend_pid() AND datname = current_database()`;
    await documentsAt(address, FILES / 4, [asleep]);
    for (;;) {
      asleep.child.kill('SIGSTOP');
      if (numberAt(address, writing) > 0) break;
      asleep.child.kill('SIGCONT');
      await pause();
    }
    expect(await importInto(address).ended).toMatchObject({ status: 0 });
    expect(await dumpOf(address)).toBe(calm);
    asleep.child.kill('SIGCONT');
    const { stderr } = await asleep.ended;
    expect(stderr).toContain('本次写入已撤销');
    expect(stderr).not.toMatch(/^\s+at /m);
    // What it wrote again before it saw that is linked by whoever imports next.
    await importInto(address).ended;
    expect(await dumpOf(address)).toBe(calm);
  });

  it.skipIf(probe === null)(
    'a disk of the server that is full: told as that, and gone on with when there is room',
    async () => {
      const disk = smallDisk('400m');
      if (!disk) throw new Error('no disk');
      const small = startPostgres(disk.folder);
      try {
        const address = newSchema(small.address);
        disk.remount(`size=${usedBytes(disk.folder) + 3_000_000}`);
        const { stderr } = await importInto(address).ended;
        expect(stderr).toMatch(/所在磁盘已满|连接断了|连接不上|正在停止/);
        expect(stderr).not.toMatch(/^\s+at /m);
        disk.remount('size=400m');
        small.revive();
        await importInto(address).ended;
        expect(await dumpOf(address)).toBe(calm);
      } finally {
        small.stop();
        disk.remove();
      }
    },
  );
});
