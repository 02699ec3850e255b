import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { JobProcess } from '../../src/processes/job-process.js';
import type { JobFailure, Task } from '../../src/processes/task.js';
import type { ProcessLimits } from '../../src/processes/watch-limits.js';
import { BUILT } from '../support/built-entries.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { someOf } from '../support/thorough.js';

interface Deed extends Task {
  job: { deed: string; value?: unknown; items?: string[]; file?: string };
  answer: unknown;
  progress: number;
  item: string;
}

const entry = fileURLToPath(new URL('../support/task-worker.mjs', import.meta.url));
const started: JobProcess<Deed>[] = [];
function start(limits?: ProcessLimits, module = entry): JobProcess<Deed> {
  const process = new JobProcess<Deed>({ entry: module, title: '试验进程', limits });
  started.push(process);
  return process;
}
/** To unpack what has none. */
const NO_PATH = { deed: 'unpack', unpackInto: '.' };

afterEach(async () => {
  await Promise.all(started.splice(0).map((process) => process.stop()));
});

describe('a process for jobs', () => {
  it('does one after the other, values of any kind', async () => {
    const process = start();
    for (const value of [new Map([[1, new Uint8Array([2])]]), null, '字']) {
      expect(await process.run({ deed: 'echo', value })).toEqual({ kind: 'done', answer: value });
    }
    expect(process.served).toBe(3);
    expect(process.alive).toBe(true);
  });

  it('tells how far it is, but not of every step', async () => {
    const told: number[] = [];
    const result = await start().run({ deed: 'count' }, { progress: (seen) => told.push(seen) });
    expect(result).toEqual({ kind: 'done', answer: 'counted' });
    expect(told).toEqual([1, 2, 3]);
  });

  it('waits until what it hands over is taken, and is not timed meanwhile', async () => {
    const taken: string[] = [];
    const take = async (item: string): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      taken.push(item);
    };
    const result = await start({ stallMs: 300, totalMs: 300 }).run(
      { deed: 'hand', items: ['甲', '乙'] },
      { take },
    );
    expect(result).toEqual({ kind: 'done', answer: 'handed' });
    expect(taken).toEqual(['甲', '乙']);
  });

  it('throws what taking throws', async () => {
    const take = async (): Promise<void> => {
      throw new Error('no room');
    };
    await expect(start().run({ deed: 'hand', items: ['甲'] }, { take })).rejects.toThrow('no room');
  });

  it.each(['before', 'after'])('ends in order when asked to %s it has begun', async (when) => {
    const process = start();
    if (when === 'before') process.askToStop();
    const running = process.run({ deed: 'wait' });
    if (when === 'after') setTimeout(() => process.askToStop(), 300);
    expect(await running).toEqual({ kind: 'done', answer: 'stopped in order' });
  });

  it('keeps what it prints from the streams of the program', async () => {
    expect(await start().run({ deed: 'noise' })).toEqual({ kind: 'done', answer: 'noisy' });
  });

  it('goes on after a job that threw', async () => {
    const process = start();
    expect(await process.run({ deed: 'throw' })).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/^RangeError: too far（task-worker\.mjs:\d+）$/),
      code: 'EFAR',
    });
    expect(await process.run({ deed: 'echo', value: 1 })).toEqual({ kind: 'done', answer: 1 });
  });

  it('names the source an error was thrown in, though it runs many in one file', async () => {
    const process = start({}, BUILT.read);
    const { message } = (await process.run(NO_PATH)) as JobFailure;
    expect(message).toMatch(/^TypeError: .*（open-regular\.ts:\d+）$/);
  });
});

describe('a process that comes to a bad end', () => {
  it.each(
    someOf<[string, ProcessLimits, string, RegExp]>(2, [
      ['loop', { stallMs: 300 }, 'time', /^0\.3 秒没有进展$/],
      ['loop', { totalMs: 300 }, 'time', /^超过 0\.3 秒$/],
      ['heap', { heapMegabytes: 60 }, 'memory', /^内存超过 60 MB$/],
      ['heap', { rssBytes: 150 * 1024 ** 2 }, 'memory', /^内存超过 150 MB$/],
      ['kill', {}, 'memory', /^试验进程被系统终止，多半是内存不足$/],
      ['write', { writtenBytes: 20 * 1024 ** 2 }, 'disk', /^写出的文件超过 20 MB$/],
      ['exit', {}, 'crash', /^试验进程异常结束（技术细节：退出码 7）$/],
    ]),
  )('%s, with %j, dies of %s', async (deed, limits, cause, reason) => {
    const process = start(limits);
    const file = join(scratchFolder({}), 'spill');
    expect(await process.run({ deed, file })).toEqual({
      kind: 'died',
      cause,
      reason: expect.stringMatching(reason),
    });
    expect(process.alive).toBe(false);
  });

  it('is told apart from one that was stopped', async () => {
    const process = start();
    const running = process.run({ deed: 'loop' });
    setTimeout(() => void process.stop(), 300);
    expect(await running).toEqual({ kind: 'stopped' });
  });

  it('is told apart from one that never started', async () => {
    const missing = new JobProcess<Deed>({ entry: `${entry}.none`, title: '试验进程' });
    expect(await missing.run({ deed: 'echo' })).toEqual({
      kind: 'not-started',
      reason: expect.stringMatching(/^试验进程无法启动（技术细节：.*Cannot find module/s),
    });
  });
});
