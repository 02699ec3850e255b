import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../src/pipeline/import/import-files.js';
import type { ProcessLimits } from '../../src/processes/watch-limits.js';
import { MemorySink } from '../pipeline/import/memory-sink.js';
import { scratchFolder } from '../support/scratch-folder.js';

const entry = fileURLToPath(new URL('../support/misbehaving-worker.mjs', import.meta.url));
const limits: ProcessLimits = {
  stallMs: 5_000,
  totalMs: 120_000,
  rssBytes: 250 * 1024 * 1024,
  heapMegabytes: 100,
};

const files = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `content of ${name}`]));

async function run(names: string[], change: Partial<ProcessLimits> = {}) {
  const sink = new MemorySink();
  const folder = scratchFolder(files(...names));
  const summary = await importFiles([folder], { sink, jobs: 2, entry, limits: { ...limits, ...change } });
  return { sink, summary };
}

describe('reading in child processes that watch time and memory', () => {
  it('ends each file in its own outcome, whatever the others do', async () => {
    const good = ['a.txt', 'b.txt', 'y.txt', 'z.txt'];
    const bad = ['abort.txt', 'buffers.txt', 'exit.txt', 'hang.txt', 'heap.txt', 'sleep.txt', 'throw.txt'];
    const { sink, summary } = await run([...good, ...bad]);
    expect(sink.outcomes()).toEqual({
      'a.txt': 'ok',
      'abort.txt': 'crash',
      'b.txt': 'ok',
      'buffers.txt': 'oom',
      'exit.txt': 'crash',
      'hang.txt': 'timeout',
      'heap.txt': 'oom',
      'sleep.txt': 'timeout',
      'throw.txt': 'crash',
      'y.txt': 'ok',
      'z.txt': 'ok',
    });
    expect(summary.outcomes).toEqual({ ok: 4, crash: 3, oom: 2, timeout: 2 });
    expect(summary.failures).toHaveLength(7);
    expect(summary.left).toBe(0);
  });

  it('says why: time, memory, signal, error', async () => {
    const { summary } = await run(['abort.txt', 'hang.txt', 'heap.txt', 'throw.txt']);
    const reasons = Object.fromEntries(
      summary.failures.map(({ path, reason }) => [path.split('/').at(-1), reason]),
    );
    expect(reasons['hang.txt']).toBe('5 秒没有进展');
    expect(reasons['heap.txt']).toBe('内存超过 100 MB');
    expect(reasons['abort.txt']).toContain('SIGABRT');
    expect(reasons['throw.txt']).toMatch(/TypeError: 意料之外（misbehaving-worker\.mjs:\d+）/);
  });

  it('leaves a slow reader alone as long as it reports progress', async () => {
    const { sink } = await run(['slow.txt']);
    expect(sink.outcomes()).toEqual({ 'slow.txt': 'ok' });
  });

  it('stops even a reader that reports progress after the total time', async () => {
    const { summary } = await run(['slow.txt'], { totalMs: 700 });
    expect(summary.failures).toMatchObject([{ outcome: 'timeout', reason: '超过 0.7 秒' }]);
  });
});
