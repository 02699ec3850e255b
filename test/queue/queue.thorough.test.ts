import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Queue, QueuedFile, TakenJob } from '../../src/model/ports/queue.js';
import { type QueueServer, queueServer } from '../support/pglite-queue.js';

const LEASE = 60;

const file = (name: string, more: Partial<QueuedFile> = {}): QueuedFile => ({
  sha256: name.padEnd(64, '0'),
  bytes: 3,
  path: `甲/${name}.txt`,
  file: `/甲/${name}.txt`,
  isKept: false,
  ignored: false,
  hints: {},
  rows: [],
  ocr: 'auto',
  ...more,
});

it('a queue is not looked at where there is none', async () => {
  const server = await queueServer();
  await expect(server.open({ mustExist: true })).rejects.toThrow('还没有队列');
  await server.close();
});

describe('a queue', () => {
  let server: QueueServer;
  const opened: Queue[] = [];
  let queue: Queue;

  const worker = async (version = '9', host = 'one'): Promise<Queue> => {
    const each = await server.open({ worker: { host, jobs: 2, version, leaseSeconds: LEASE } });
    opened.push(each);
    return each;
  };
  const pathsOf = (jobs: readonly TakenJob[]): string[] =>
    jobs.map((job) => (job.lane === 'rest' ? job.task.kind : job.file.path)).sort();
  const lane = async (name: 'text' | 'ocr' | 'rest') =>
    (await queue.standing()).lanes.find((each) => each.lane === name);

  beforeAll(async () => {
    server = await queueServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    queue = await worker();
    await server.sql('DELETE FROM public_queue.job');
    await server.sql("DELETE FROM public_queue.workers WHERE host <> 'one'");
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });

  it('holds each file once, whoever puts it, and again when it was done', async () => {
    expect(await queue.put('text', [file('a'), file('b'), file('a')], '9')).toBe(2);
    expect(await (await worker()).put('text', [file('a'), file('c')], '9')).toBe(1);
    const jobs = await queue.take(['text'], '9', 10);
    expect(pathsOf(jobs)).toEqual(['甲/a.txt', '甲/b.txt', '甲/c.txt']);
    expect(await queue.put('text', [file('a')], '9')).toBe(0);
    for (const job of jobs) await queue.done(job, { documents: 1, aside: [] });
    expect(await queue.open(['text'], '9')).toEqual({ waiting: 0, running: 0 });
    expect(await queue.put('text', [file('a')], '9')).toBe(1);
    expect(await queue.put('text', [file('a', { hints: { year: 2024 } })], '9')).toBe(1);
  });

  it('gives a job to one worker only', async () => {
    await queue.put('text', [file('a'), file('b')], '9');
    const other = await worker('9', 'two');
    expect(await queue.take(['text'], '9', 1)).toHaveLength(1);
    expect(await other.take(['text'], '9', 5)).toHaveLength(1);
    expect(await other.take(['text'], '9', 5)).toHaveLength(0);
    const { hosts, running } = await queue.standing();
    expect(hosts.map(({ host, running: now }) => [host, now])).toEqual([
      ['one', 1],
      ['two', 1],
    ]);
    expect(running.map(({ host }) => host).sort()).toEqual(['one', 'two']);
  });

  it('gives no job of a newer reader to an older one, and says that such wait', async () => {
    await queue.put('text', [file('a')], '10');
    await queue.put('text', [file('b')], '8');
    expect(pathsOf(await queue.take(['text'], '9', 5))).toEqual(['甲/b.txt']);
    expect(await queue.standing()).toMatchObject({ tooNew: 1 });
    const newer = await worker('10', 'two');
    expect(await queue.standing()).toMatchObject({ tooNew: 0 });
    expect(pathsOf(await newer.take(['text'], '10', 5))).toEqual(['甲/a.txt']);
  });

  it('keeps what is slow apart from what is fast, and takes the lanes in their order', async () => {
    await queue.put('ocr', [file('slow')], '9');
    await queue.put('text', [file('fast')], '9');
    await queue.putRest([{ kind: 'link' }], '9');
    expect(pathsOf(await queue.take(['text', 'ocr', 'rest'], '9', 2))).toEqual([
      '甲/fast.txt',
      '甲/slow.txt',
    ]);
    expect(pathsOf(await queue.take(['text', 'ocr'], '9', 2))).toEqual([]);
  });

  it('puts what is done over many documents once while it waits', async () => {
    const audit = { kind: 'audit', province: '湖南省', again: false } as const;
    expect(await queue.putRest([audit, { kind: 'link' }], '9')).toBe(2);
    expect(await queue.putRest([audit, { ...audit, province: null }], '9')).toBe(1);
    expect(await queue.take(['rest'], '9', 5)).toHaveLength(3);
  });

  it('takes a job from a worker that was not heard of, and lets it neither end nor fail what another has', async () => {
    await queue.put('text', [file('a')], '9');
    const [lost] = await queue.take(['text'], '9', 1);
    await server.pass(LEASE + 1);
    expect(await lane('text')).toMatchObject({ waiting: 1, running: 0 });
    const other = await worker('9', 'two');
    await server.expire();
    await server.pass(3600);
    const [found] = await other.take(['text'], '9', 1);
    expect(found).toMatchObject({ attempt: 2, id: lost?.id });
    if (lost) await queue.failed(lost, '打不开');
    if (lost) await queue.giveBack([lost]);
    expect(await lane('text')).toMatchObject({ running: 1 });
    if (found) await other.done(found, { documents: 1, aside: [] });
    if (lost) await queue.done(lost, { documents: 1, aside: [] });
    expect(await lane('text')).toMatchObject({ waiting: 0, running: 0, done: 1 });
  });

  it('sets a job aside whose workers were lost twice, and says so', async () => {
    await queue.put('text', [file('a')], '9');
    for (let attempt = 1; attempt <= 2; attempt++) {
      expect(await queue.take(['text'], '9', 1)).toMatchObject([{ attempt }]);
      await server.pass(LEASE + 1);
      await server.expire();
      await server.pass(3600);
    }
    expect(await queue.take(['text'], '9', 1)).toEqual([]);
    const { failed } = await queue.standing();
    expect(failed).toEqual([
      { lane: 'text', path: '甲/a.txt', reason: '读它的机器没有了消息', attempts: 2, isStored: false },
    ]);
  });

  it('tries what failed once more than what was lost, but not for ever', async () => {
    await queue.put('text', [file('a')], '9');
    const [first] = await queue.take(['text'], '9', 1);
    if (first) await queue.failed(first, '没有读取权限');
    await server.pass(3600);
    for (let attempt = 2; attempt <= 3; attempt++) {
      expect(await queue.take(['text'], '9', 1)).toMatchObject([{ attempt }]);
      await server.pass(LEASE + 1);
      await server.expire();
      await server.pass(3600);
    }
    expect(await queue.take(['text'], '9', 1)).toEqual([]);
  });

  it('tries again later what failed, and in the end says why', async () => {
    await queue.put('text', [file('a')], '9');
    for (let attempt = 1; attempt <= 3; attempt++) {
      const [job] = await queue.take(['text'], '9', 1);
      if (job) await queue.failed(job, '没有读取权限');
      expect(await queue.take(['text'], '9', 1)).toEqual([]);
      await server.pass(3600);
    }
    expect(await lane('text')).toMatchObject({ failed: 1, waiting: 0 });
    expect((await queue.standing()).failed).toMatchObject([{ reason: '没有读取权限', attempts: 3 }]);
    expect(await queue.resume()).toBe(1);
    expect(await queue.take(['text'], '9', 1)).toHaveLength(1);
  });

  it('has a job that was given back as if it had not been taken', async () => {
    await queue.put('text', [file('a')], '9');
    for (const _ of [1, 2, 3, 4, 5]) {
      const jobs = await queue.take(['text'], '9', 1);
      expect(jobs).toMatchObject([{ attempt: 1 }]);
      await queue.giveBack(jobs);
    }
    expect(await lane('text')).toMatchObject({ waiting: 1, running: 0 });
  });

  it('cancels what waits, lets end what runs, and goes on when asked', async () => {
    await queue.put('text', [file('a'), file('b'), file('c')], '9');
    const [running] = await queue.take(['text'], '9', 1);
    expect(await queue.cancel()).toBe(2);
    expect(await queue.take(['text'], '9', 5)).toEqual([]);
    if (running) await queue.done(running, { documents: 1, aside: [] });
    expect(await lane('text')).toMatchObject({ done: 1, cancelled: 2, waiting: 0 });
    expect(await queue.resume()).toBe(2);
    expect(await queue.take(['text'], '9', 5)).toHaveLength(2);
  });

  it('keeps bytes until no job needs them', async () => {
    const bytes = new TextEncoder().encode('内容');
    const twice = [file('a', { isKept: true }), file('a', { isKept: true, path: '乙.txt' })];
    await queue.put('text', twice, '9', async () => bytes);
    const jobs = await queue.take(['text'], '9', 5);
    const sha256 = file('a').sha256;
    expect(await queue.kept(sha256)).toEqual(bytes);
    await queue.put('ocr', [file('a', { isKept: true })], '9');
    for (const job of jobs) await queue.done(job, { documents: 1, aside: [] });
    expect(await queue.kept(sha256)).toEqual(bytes);
    for (const job of await queue.take(['ocr'], '9', 5)) await queue.done(job, { documents: 1, aside: [] });
    expect(await queue.kept(sha256)).toBeNull();
  });

  it('gives the bytes put later to a job that waits already', async () => {
    const bytes = new TextEncoder().encode('内容');
    await queue.put('text', [file('a'), file('b')], '9');
    const [held] = await queue.take(['text'], '9', 1);
    const kept = [file('a', { isKept: true }), file('b', { isKept: true })];
    expect(await queue.put('text', kept, '9', async () => bytes)).toBe(0);
    const [waiting] = await queue.take(['text'], '9', 1);
    expect(waiting).toMatchObject({ file: { isKept: true } });
    for (const job of [held, waiting]) if (job) await queue.done(job, { documents: 1, aside: [] });
    expect(await server.sql('SELECT sha256 FROM public_queue.sources')).toEqual([]);
  });

  it('is used by who may not create anything', async () => {
    await queue.put('text', [file('a')], '9');
    await server.sql('CREATE ROLE reader');
    await server.sql('GRANT USAGE ON SCHEMA public, public_queue TO reader');
    await server.sql('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public_queue TO reader');
    await server.sql('SET ROLE reader');
    try {
      const plain = await worker('9', 'plain');
      expect(await plain.put('text', [file('b')], '9')).toBe(1);
      for (const job of await plain.take(['text'], '9', 5))
        await plain.done(job, { documents: 1, aside: [] });
      expect(await plain.open(['text'], '9')).toEqual({ waiting: 0, running: 0 });
    } finally {
      await server.sql('RESET ROLE');
      await server.sql('DROP OWNED BY reader');
      await server.sql('DROP ROLE reader');
    }
  });

  it('names what killed its readers, and how fast work goes', async () => {
    await queue.put('text', [file('a'), file('b'), file('c'), file('d')], '9');
    const [first, second] = await queue.take(['text'], '9', 2);
    await server.pass(30);
    const aside = [{ path: '甲/a.txt', reason: '读取进程崩溃' }];
    if (first) await queue.done(first, { documents: 1, aside });
    if (second) await queue.done(second, { documents: 1, aside: [] });
    const { failed } = await queue.standing();
    expect(failed).toEqual([
      { lane: 'text', path: '甲/a.txt', reason: '读取进程崩溃', attempts: 1, isStored: true },
    ]);
    const text = await lane('text');
    expect(text).toMatchObject({ done: 2, waiting: 2 });
    expect(text?.hourly).toBeGreaterThan(100);
    expect(text?.hourly).toBeLessThanOrEqual(240);
    expect(text?.secondsLeft).toBeGreaterThanOrEqual(30);
  });
});
