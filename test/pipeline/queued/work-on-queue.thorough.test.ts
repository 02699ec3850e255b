import { getEventListeners } from 'node:events';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { auditDocuments } from '../../../src/app/audit-parts.js';
import { doRest } from '../../../src/app/work.js';
import type { Queue } from '../../../src/model/ports/queue.js';
import { readOrder } from '../../../src/pipeline/import/read-order.js';
import { slashed } from '../../../src/pipeline/inputs/slashed.js';
import { type EnqueueOptions, enqueueFiles } from '../../../src/pipeline/queued/enqueue-files.js';
import { type WorkEvent, type WorkOptions, workOnQueue } from '../../../src/pipeline/queued/work-on-queue.js';
import { READER_VERSION } from '../../../src/pipeline/reading/reader-version.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { BUILT } from '../../support/built-entries.js';
import { layEmptyStore } from '../../support/empty-store.js';
import { type QueueServer, queueServer } from '../../support/pglite-queue.js';
import { readOf } from '../../support/read-of.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { smallDisclosure } from '../../support/small-disclosure.js';

const MISBEHAVING = fileURLToPath(new URL('../../support/misbehaving-worker.mjs', import.meta.url));

describe('a worker of a queue', () => {
  let server: QueueServer;
  let queue: Queue;

  beforeAll(async () => {
    server = await queueServer();
    const worker = { host: 'one', jobs: 2, version: READER_VERSION, leaseSeconds: 60 };
    queue = await server.open({ worker });
  });
  afterAll(async () => {
    await queue.close();
    await server.close();
  });
  beforeEach(() => server.sql('DELETE FROM public_queue.job'));

  const enqueue = (folder: string, more: Partial<EnqueueOptions> = {}) =>
    enqueueFiles(queue, { paths: [folder], ocr: 'off', except: [], keepBytes: false, ...more });

  async function work(more: Partial<WorkOptions> = {}) {
    const db = join(scratchFolder(), 'q.db');
    await layEmptyStore(db);
    const told: WorkEvent[] = [];
    const summary = await workOnQueue(queue, {
      lanes: ['text', 'rest'],
      jobs: 2,
      keepSources: false,
      untilDone: true,
      host: 'one',
      signal: new AbortController().signal,
      openStore: async () => openSqliteStore(db),
      audit: auditDocuments,
      doRest,
      entry: BUILT.read,
      tell: (event) => told.push(event),
      ...more,
    });
    return { db, summary, told };
  }

  async function dumpAt(db: string): Promise<string> {
    const store = openSqliteStore(db, { readOnly: true });
    try {
      return readOf(await store.dump());
    } finally {
      await store.close();
    }
  }

  async function imported(order: Parameters<typeof readOrder>[1]): Promise<string> {
    const db = join(scratchFolder(), 'one.db');
    await layEmptyStore(db);
    const store = openSqliteStore(db);
    try {
      await readOrder(store, order, { ocr: 'off', jobs: 2, entry: BUILT.read });
    } finally {
      await store.close();
    }
    return dumpAt(db);
  }

  const several = (): string =>
    scratchFolder({
      '甲/一.txt': smallDisclosure(),
      '甲/同.txt': smallDisclosure(),
      '甲/二.md': smallDisclosure({ amounts: ['1', '2'], department: '株洲市石峰区司法局' }),
      '甲/Thumbs.db': 'x',
      '乙.zip': zipSync({
        '丙/三.txt': strToU8(smallDisclosure({ year: 2022, department: '信访局' })),
        '丙/四.txt': strToU8(smallDisclosure({ year: 2021 })),
      }),
      '坏.pdf': '%PDF-1.7 nothing',
    });

  it('leaves the store that an import leaves', async () => {
    const folder = several();
    const manifest = [
      {
        path: join(folder, '乙.zip!/丙/三.txt'),
        hints: { region: '430204' },
        url: 'https://example.org/3',
        published: '2022-03-01',
      },
      { path: join(folder, '甲'), hints: { year: 2020 }, url: null, published: null },
    ];
    const hints = { department: '区信访局' };
    expect(await enqueue(folder, { manifest, hints })).toMatchObject({ files: 6, added: 6, failures: [] });
    const { db, summary } = await work();
    expect(summary).toMatchObject({ failed: 0, aside: 0, givenBack: 0 });
    const dump = await dumpAt(db);
    expect(dump).toContain('https://example.org/3');
    expect(dump).toBe(await imported({ kind: 'paths', paths: [folder], manifest, hints }));
  });

  it('reads what the queue keeps where the files are out of reach', async () => {
    const folder = several();
    await enqueue(folder, { keepBytes: true });
    renameSync(folder, `${folder}-elsewhere`);
    const { db, summary } = await work();
    renameSync(`${folder}-elsewhere`, folder);
    expect(summary).toMatchObject({ failed: 0 });
    expect(await dumpAt(db)).toBe(await imported({ kind: 'paths', paths: [folder] }));
    expect(await server.sql('SELECT 1 FROM public_queue.sources')).toEqual([]);
  });

  it('says of a file that has gone or changed since that it was not read', async () => {
    const folder = scratchFolder({ 'a.txt': 'one', 'b.txt': 'two', 'c.txt': smallDisclosure() });
    await enqueue(folder);
    const [gone, changed] = ['b.txt', 'a.txt'].map((name) => slashed(join(folder, name)));
    writeFileSync(join(folder, 'a.txt'), 'another');
    rmSync(join(folder, 'b.txt'));
    const waiting = new AbortController();
    const heard: string[] = [];
    const { summary } = await work({
      untilDone: false,
      signal: waiting.signal,
      tell: (event) => {
        if (event.kind === 'failed') heard.push(event.reason);
        if (heard.length === 2) waiting.abort();
      },
    });
    expect(summary.failed).toBe(2);
    expect(heard.sort()).toEqual([
      `文件不存在，或在导入过程中消失（${gone}）；请让这台机器在同一绝对路径看得到它，或用 import --queue --sources 把内容也放进队列`,
      `文件在排队以后改变（${changed}）；请再运行同一条 import --queue`,
    ]);
    expect(summary.failures).toHaveLength(2);
    const standing = await queue.standing();
    expect(standing.failed).toMatchObject([{ path: changed, attempts: 1 }]);
  });

  it('names what could not be read, and counts files only', async () => {
    await enqueue(scratchFolder({ '一.txt': smallDisclosure(), '坏.pdf': '%PDF-1.7 nothing' }));
    const { summary, told } = await work();
    expect(summary).toMatchObject({ done: 2, unread: 1, failed: 0 });
    expect(summary.failures).toMatchObject([
      { path: expect.stringContaining('坏.pdf'), outcome: 'corrupt', reason: expect.any(String) },
    ]);
    expect(told.filter((event) => event.kind === 'done' && event.job.lane === 'rest')).toHaveLength(1);
  });

  it('leaves a file it could not audit to another, who audits it and reads it no more', async () => {
    await enqueue(scratchFolder({ '二.md': smallDisclosure({ amounts: ['1', '2'] }) }));
    const { StoreError } = await import('../../../src/model/facts/store-error.js');
    const db = join(scratchFolder(), 'q.db');
    await layEmptyStore(db);
    let faults = 1;
    const { told } = await work({
      openStore: async () => openSqliteStore(db),
      audit: async (store, contents) => {
        if (faults-- > 0) throw new StoreError('failed', '连接断了');
        await auditDocuments(store, contents);
      },
    });
    expect(told.filter(({ kind }) => kind === 'waits')).toHaveLength(1);
    const store = openSqliteStore(db, { readOnly: true });
    expect((await store.listReviews()).length).toBeGreaterThan(0);
    await store.close();
  });

  it('says which file has gone before its bytes could be kept, and puts the others', async () => {
    const folder = scratchFolder({ 'a.txt': 'one', 'b.txt': 'two' });
    vi.spyOn(queue, 'put').mockImplementationOnce(async (...given) => {
      rmSync(join(folder, 'a.txt'));
      return queue.put(...given);
    });
    const { added, failures } = await enqueue(folder, { keepBytes: true });
    expect(added).toBe(1);
    expect(failures).toMatchObject([{ path: expect.stringContaining('a.txt'), outcome: 'unreadable' }]);
    const { summary } = await work();
    expect(summary).toMatchObject({ done: 1, failed: 0 });
  });

  it('listens for its end once, however often it waits', async () => {
    const folder = scratchFolder(
      Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`${index}.txt`, `第 ${index} 份`])),
    );
    await enqueue(folder);
    const { signal } = new AbortController();
    let most = 0;
    await work({
      signal,
      jobs: 1,
      tell: () => {
        most = Math.max(most, getEventListeners(signal, 'abort').length);
      },
    });
    expect(most).toBeLessThan(8);
  });

  it('sets a file aside over which two readers died, and reads the others', async () => {
    await enqueue(scratchFolder({ 'a.txt': 'a', 'abort.txt': 'b', 'c.txt': 'c' }));
    const { summary } = await work({ entry: MISBEHAVING });
    expect(summary).toMatchObject({ aside: 1, failed: 0 });
    const { failed } = await queue.standing();
    expect(failed).toMatchObject([{ isStored: true, reason: expect.stringContaining('SIGABRT') }]);
  });

  it('gives back what it is at when it is stopped, and the next one goes on', async () => {
    const folder = scratchFolder({ 'a.txt': 'a', 'sleep.txt': 'b' });
    await enqueue(folder);
    const stop = new AbortController();
    const { summary } = await work({
      entry: MISBEHAVING,
      signal: stop.signal,
      tell: ({ kind }) => kind === 'done' && stop.abort(),
    });
    expect(summary).toMatchObject({ done: 1, givenBack: 1 });
    expect(await queue.open(['text'], READER_VERSION)).toEqual({ waiting: 1, running: 0 });
    const next = await work();
    expect(next.summary).toMatchObject({ failed: 0, givenBack: 0 });
    expect(await queue.open(['text', 'rest'], READER_VERSION)).toEqual({ waiting: 0, running: 0 });
  });

  it('waits for a server that is gone for a while, and owes nothing', async () => {
    await enqueue(several());
    const most = 2;
    let refusals = most;
    const { StoreError } = await import('../../../src/model/facts/store-error.js');
    const db = join(scratchFolder(), 'q.db');
    await layEmptyStore(db);
    const { told, summary } = await work({
      openStore: async () => {
        if (refusals-- > 0) throw new StoreError('failed', '连接断了');
        return openSqliteStore(db);
      },
    });
    expect(told.filter(({ kind }) => kind === 'waits')).toHaveLength(most);
    expect(summary).toMatchObject({ failed: 0 });
    expect(await queue.open(['text', 'rest'], READER_VERSION)).toEqual({ waiting: 0, running: 0 });
  });

  it('links what was read, though the server was gone when that was to be asked for', async () => {
    await enqueue(several());
    await server.sql("DELETE FROM public_queue.job WHERE name LIKE 'rest-%'");
    const { StoreError } = await import('../../../src/model/facts/store-error.js');
    vi.spyOn(queue, 'putRest').mockRejectedValueOnce(new StoreError('failed', '连接断了'));
    const { told } = await work();
    expect(told.filter(({ kind }) => kind === 'waits')).toHaveLength(1);
    expect(told.filter((event) => event.kind === 'done' && event.job.lane === 'rest')).toHaveLength(1);
  });

  it('says over which file the program itself failed, and ends where it fails over all', async () => {
    const broken = async () => {
      const store = openSqliteStore(':memory:');
      return { ...store, saveAll: () => Promise.reject(new TypeError('意料之外')) };
    };
    await enqueue(scratchFolder({ 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c', 'd.txt': 'd' }));
    const reasons: string[] = [];
    const tell: WorkOptions['tell'] = (event) => event.kind === 'failed' && reasons.push(event.reason);
    await expect(work({ jobs: 1, openStore: broken, tell })).rejects.toThrow('意料之外');
    expect(reasons).toHaveLength(2);
    expect(reasons[0]).toContain('TypeError: 意料之外');
    expect(await queue.open(['text'], READER_VERSION)).toEqual({ waiting: 4, running: 0 });
  });
});
