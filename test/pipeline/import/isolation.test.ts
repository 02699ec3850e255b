import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { canRecognize } from '../../../extractors/scanned/recognition-for.js';
import { importFiles } from '../../../src/pipeline/import/import-files.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { MemorySink } from './memory-sink.js';

const entry = fileURLToPath(new URL('../../support/misbehaving-worker.mjs', import.meta.url));

const files = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `content of ${name}`]));

async function run(names: string[]) {
  const sink = new MemorySink();
  const folder = scratchFolder(files(...names));
  const summary = await importFiles([folder], { sink, jobs: 2, entry });
  return { sink, summary };
}

describe('reading in child processes', () => {
  it('ends each file in its own outcome, whatever the others do', async () => {
    const { sink, summary } = await run(['a.txt', 'abort.txt', 'exit.txt', 'throw.txt', 'z.txt']);
    expect(sink.outcomes()).toEqual({
      'a.txt': 'ok',
      'abort.txt': 'crash',
      'exit.txt': 'crash',
      'throw.txt': 'crash',
      'z.txt': 'ok',
    });
    expect(summary.outcomes).toEqual({ ok: 2, crash: 3 });
    expect(summary.failures).toHaveLength(3);
    expect(summary.left).toBe(0);
  });

  it.skipIf(!canRecognize())('reads without its pictures what dies over one', async () => {
    const { sink, summary } = await run(['a.txt', 'picture.txt']);
    expect(sink.outcomes()).toEqual({ 'a.txt': 'ok', 'picture.txt': 'ok' });
    expect(summary.failures).toEqual([]);
  });

  it('keeps no document of a file that disappeared meanwhile', async () => {
    const { sink, summary } = await run(['vanish.txt', 'a.txt']);
    expect(sink.outcomes()).toEqual({ 'a.txt': 'ok' });
    expect(summary.failures).toMatchObject([
      { outcome: 'unreadable', reason: '文件不存在，或在导入过程中消失' },
    ]);
  });

  it('fails as a program, not file by file, when the process cannot start', async () => {
    const folder = scratchFolder(files('a.txt'));
    const sink = new MemorySink();
    const missing = importFiles([folder], { sink, jobs: 1, entry: `${folder}/none.mjs` });
    await expect(missing).rejects.toThrow('读取进程无法启动');
    expect(sink.documents.size).toBe(0);
  });

  it('stops when asked to, and keeps what was read', async () => {
    const folder = scratchFolder(files('a.txt', 'b.txt', 'sleep.txt', 'y.txt', 'z.txt'));
    const sink = new MemorySink();
    const stop = new AbortController();
    const importing = importFiles([folder], {
      sink,
      jobs: 1,
      entry,
      signal: stop.signal,
      report: (event) => event.kind === 'document' && event.path.endsWith('b.txt') && stop.abort(),
    });
    const summary = await importing;
    expect(Object.keys(sink.outcomes())).toEqual(['a.txt', 'b.txt']);
    expect(summary.left).toBe(3);
  });
});
