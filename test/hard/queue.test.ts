import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchQueue } from '../../src/app/watch-queue.js';
import type { QueueStanding } from '../../src/model/ports/queue.js';
import { READER_VERSION } from '../../src/pipeline/reading/reader-version.js';
import { openStoreAt } from '../../src/store/open-store-at.js';
import { openConnection } from '../../src/store/server/connection.js';
import { cutWay } from '../support/cut-way.js';
import { newSchema } from '../support/postgres-schema.js';
import { isPostgresInstalled, type PostgresServer } from '../support/postgres-server.js';
import { readOf } from '../support/read-of.js';
import { removeFolder } from '../support/scratch-folder.js';
import { dumpOf, startCommand } from './command.js';
import { documentsAt } from './documents-at.js';
import { servedPile } from './served-pile.js';

const FILES = 24;
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLOCK_AHEAD = fileURLToPath(new URL('../support/clock-ahead.mjs', import.meta.url));
/** As long as a worker that fell asleep in the midst of writing holds up the others: five minutes by itself. */
const ASLEEP = { idle_in_transaction_session_timeout: '60s' };
/** Short, so that what a dead worker had comes back soon. */
const LEASE = ['--lease', '3'];

describe.skipIf(!isPostgresInstalled())('a queue on a PostgreSQL server', () => {
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

  const command = (args: readonly string[], nodeOptions: readonly string[] = []) =>
    startCommand(folder, args, undefined, nodeOptions);
  const enqueue = (address: string, ...more: string[]) =>
    command(['import', 'pile', '--queue', address, ...more]).ended;
  const worker = (address: string, more: readonly string[] = [], nodeOptions: readonly string[] = []) =>
    command(['work', '--queue', address, '--jobs', '1', '--until-done', ...LEASE, ...more], nodeOptions);

  async function standingOf(address: string): Promise<QueueStanding> {
    const queue = watchQueue(address);
    try {
      return await queue.standing();
    } finally {
      await queue.close();
    }
  }

  async function expectAllRead(address: string): Promise<void> {
    expect(readOf(await dumpOf(address))).toBe(readOf(calm));
    const { lanes, failed } = await standingOf(address);
    expect(failed).toEqual([]);
    expect(lanes.map(({ lane, waiting, running }) => [lane, waiting, running])).toEqual([
      ['text', 0, 0],
      ['ocr', 0, 0],
      ['rest', 0, 0],
    ]);
  }

  it('has two workers leave the store that one import leaves, pictures and all', async () => {
    const address = newSchema(server.address);
    const samples = join(ROOT, 'samples');
    await command(['import', samples, '--jobs', '2', '--db', 'samples.db']).ended;
    await command(['import', samples, '--queue', address, '--sources']).ended;
    const [one, two] = await Promise.all([worker(address).ended, worker(address).ended]);
    expect([one?.status, two?.status]).toEqual([0, 0]);
    expect(readOf(await dumpOf(address))).toBe(readOf(await dumpOf(join(folder, 'samples.db'))));
  });

  it('loses nothing when a worker is killed', async () => {
    const address = newSchema(server.address);
    await enqueue(address);
    const killed = worker(address, ['--jobs', '3']);
    await documentsAt(address, FILES / 4);
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect((await worker(address).ended).status).toBe(0);
    await expectAllRead(address);
  });

  it('loses nothing when who fills it is killed, nor when it is filled again', async () => {
    const address = newSchema(server.address);
    const killed = command(['import', 'pile', '--queue', address, '--sources']);
    await pause(400);
    killed.child.kill('SIGKILL');
    await killed.ended;
    await enqueue(address);
    const reading = worker(address);
    await documentsAt(address, FILES / 4);
    await enqueue(address);
    expect((await reading.ended).status).toBe(0);
    await expectAllRead(address);
  });

  it('loses nothing when the server is killed, and its workers go on', async () => {
    const address = newSchema(server.address);
    await enqueue(address);
    const workers = [worker(address), worker(address)];
    await documentsAt(address, FILES / 4);
    server.crash();
    await documentsAt(address, FILES / 2);
    server.crash();
    const ends = await Promise.all(workers.map(({ ended }) => ended));
    expect(ends.map(({ status }) => status)).toEqual([0, 0]);
    expect(ends.map(({ stderr }) => stderr).join('')).not.toMatch(/^\s+at /m);
    await expectAllRead(address);
  });

  it('is not harmed by a worker that sleeps past its lease and goes on', async () => {
    const address = newSchema(server.address, ASLEEP);
    await enqueue(address);
    const sleeper = worker(address, ['--jobs', '3']);
    await documentsAt(address, FILES / 4);
    sleeper.child.kill('SIGSTOP');
    const other = worker(address);
    await documentsAt(address, FILES);
    sleeper.child.kill('SIGCONT');
    const ends = await Promise.all([sleeper.ended, other.ended]);
    expect(ends.map(({ status }) => status)).toEqual([0, 0]);
    await expectAllRead(address);
  });

  it('gets back at once what a worker had that was asked to stop', async () => {
    const address = newSchema(server.address);
    await enqueue(address);
    const stopped = command(['work', '--queue', address, '--jobs', '2', '--lease', '3600']);
    await documentsAt(address, FILES / 4);
    stopped.child.kill('SIGINT');
    expect((await stopped.ended).status).toBe(0);
    expect((await standingOf(address)).running).toEqual([]);
    expect((await worker(address).ended).status).toBe(0);
    await expectAllRead(address);
  });

  it('is served over a network that is cut for a while', async () => {
    const address = newSchema(server.address);
    const way = await cutWay(address);
    try {
      await enqueue(address);
      const far = worker(way.address);
      await documentsAt(address, FILES / 4);
      way.cut();
      await pause(5000);
      way.mend();
      expect((await far.ended).status).toBe(0);
      await expectAllRead(address);
    } finally {
      way.close();
    }
  });

  it('goes by the clock of the server, whatever that of a host says', async () => {
    const address = newSchema(server.address);
    await enqueue(address);
    const ahead = worker(address, [], ['--import', pathToFileURL(CLOCK_AHEAD).href]);
    const ends = await Promise.all([ahead.ended, worker(address).ended]);
    expect(ends.map(({ status }) => status)).toEqual([0, 0]);
    await expectAllRead(address);
  });

  it('keeps the readings of the newer of two readers', async () => {
    const address = newSchema(server.address);
    const newer = newerReader(join(folder, 'newer'));
    const newerCommand = (...args: string[]) => startCommand(folder, args, undefined, [], newer).ended;
    await enqueue(address);
    const ends = await Promise.all([
      worker(address).ended,
      newerCommand('work', '--queue', address, '--jobs', '1', '--until-done', ...LEASE),
    ]);
    expect(ends.map(({ status }) => status)).toEqual([0, 0]);
    await newerCommand('import', 'pile', '--queue', address);
    await worker(address).ended;
    expect((await standingOf(address)).lanes[0]).toMatchObject({ waiting: FILES });
    await newerCommand('work', '--queue', address, '--jobs', '2', '--until-done', ...LEASE);
    await enqueue(address);
    await worker(address).ended;
    const connection = openConnection(address);
    try {
      const versions = connection.query('SELECT DISTINCT reader_version FROM document_rows').rows;
      expect(versions).toEqual([[String(Number(READER_VERSION) + 1)]]);
    } finally {
      connection.close();
    }
  });

  it('finds what one audit finds, though a worker is killed and two end the audit', async () => {
    const address = newSchema(server.address);
    await enqueue(address);
    const killed = worker(address, ['--jobs', '2']);
    await documentsAt(address, FILES / 4, [killed]);
    killed.child.kill('SIGKILL');
    await killed.ended;
    await worker(address).ended;
    await command(['audit', '--queue', address, '--db', address]).ended;
    const ends = await Promise.all([worker(address).ended, worker(address).ended]);
    expect(ends.map(({ status }) => status)).toEqual([0, 0]);
    const again = await command(['audit', '--db', address, '--format', 'json', '--output', 'again.json'])
      .ended;
    expect(again.stderr).toContain('没有重查');
    await command(['audit', '--db', 'calm.db', '--format', 'json', '--output', 'calm.json']).ended;
    const store = openStoreAt(address, { readOnly: true });
    const one = openStoreAt(join(folder, 'calm.db'), { readOnly: true });
    const asked = `SELECT fingerprint, document_id, department_key, rule, severity, verdict, state, message, formula, place
      FROM findings ORDER BY fingerprint`;
    const counted = 'SELECT rule, pass, fail, review, not_applicable, not_evaluated, new FROM finding_runs';
    const last = `${counted} WHERE run_id = (SELECT max(run_id) FROM finding_runs) ORDER BY rule`;
    try {
      expect((await store.sql(asked)).rows).toEqual((await one.sql(asked)).rows);
      expect((await store.sql(last)).rows).toEqual((await one.sql(last)).rows);
    } finally {
      await store.close();
      await one.close();
    }
  });

  it('never says a password', async () => {
    const address = new URL(server.address);
    address.password = 'hush-hush';
    address.searchParams.set('host', '/nowhere');
    for (const args of [
      ['status', '--queue', address.href],
      ['work', '--queue', address.href],
      ['import', 'pile', '--queue', address.href],
      ['queue', 'cancel', '--queue', address.href],
    ]) {
      const { stderr, status } = await command(args).ended;
      expect([args[0], status]).toEqual([args[0], 1]);
      expect(stderr).not.toContain('hush');
      expect(stderr).toContain('PostgreSQL 服务器');
    }
  });
});

/** This program with a reader of the next version; answers its command. */
function newerReader(folder: string): string {
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const version = new RegExp(`(?<=READER_VERSION = )(["'])${READER_VERSION}\\1`);
  for (const name of readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const file = join(folder, 'dist', name);
    const text = readFileSync(file, 'utf8');
    if (version.test(text)) writeFileSync(file, text.replace(version, `'${Number(READER_VERSION) + 1}'`));
  }
  return join(folder, 'dist/src/cli/main.js');
}
