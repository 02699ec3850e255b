import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Parcel } from '../../../src/model/ports/documents.js';
import { importFiles } from '../../../src/pipeline/import/import-files.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { MemorySink } from './memory-sink.js';

const entry = fileURLToPath(new URL('../../support/misbehaving-worker.mjs', import.meta.url));
const into = (sink: MemorySink) => ({ sink, jobs: 2, entry });

describe('importFiles', () => {
  it('reads each content once and keeps every path of it', async () => {
    const folder = scratchFolder({ '甲/一.txt': 'same', '乙 二/二.txt': 'same', '三.txt': 'other' });
    const sink = new MemorySink();
    const summary = await importFiles([folder], into(sink));
    expect(summary).toMatchObject({ files: 3, outcomes: { ok: 2 }, duplicates: 1, left: 0 });
    expect([...sink.paths.values()].map((paths) => paths.length).sort()).toEqual([1, 2]);
  });

  it('skips what the store knows, and keeps a new path of it', async () => {
    // A path that comes before the one a content was read as has it read again.
    const folder = scratchFolder({ '1/a.txt': 'one', '1/b.txt': 'two' });
    const sink = new MemorySink();
    await importFiles([join(folder, '1')], into(sink));
    mkdirSync(join(folder, '2'));
    writeFileSync(join(folder, '2', 'c.txt'), 'two');
    const again = await importFiles([join(folder, '1'), join(folder, '2')], into(sink));
    expect(again).toMatchObject({ outcomes: {}, unchanged: 2, duplicates: 1 });
    expect([...sink.paths.values()].map((paths) => paths.length).sort()).toEqual([1, 2]);
  });

  it('reads again what an older reader read', async () => {
    const folder = scratchFolder({ 'a.txt': 'one' });
    const sink = new MemorySink();
    await importFiles([folder], into(sink));
    for (const document of sink.documents.values()) document.readerVersion = '0';
    const again = await importFiles([folder], into(sink));
    expect(again).toMatchObject({ outcomes: { ok: 1 }, unchanged: 0 });
  });

  it('counts system files as ignored without reading them, and enters no system folder', async () => {
    const folder = scratchFolder({
      'a.txt': 'one',
      'Thumbs.db': 'x',
      '~$a.docx': 'y',
      '.DS_Store': 'z',
      '__MACOSX/._a.txt': 'w',
      '.git/config': 'v',
    });
    const sink = new MemorySink();
    const summary = await importFiles([folder], into(sink));
    expect(summary.outcomes).toEqual({ ok: 1, ignored: 3 });
    expect(summary.failures).toEqual([]);
  });

  it('reads content that was met before under an ignored name only', async () => {
    const sink = new MemorySink();
    await importFiles([scratchFolder({ '.hidden': 'same' })], into(sink));
    const summary = await importFiles([scratchFolder({ 'a.txt': 'same' })], into(sink));
    expect(summary.outcomes).toEqual({ ok: 1 });
    expect(sink.outcomes()).toEqual({ 'a.txt': 'ok' });
  });

  it('lists again what could not be read before', async () => {
    const folder = scratchFolder({ 'exit.txt': 'one' });
    const sink = new MemorySink();
    await importFiles([folder], into(sink));
    const again = await importFiles([folder], into(sink));
    expect(again).toMatchObject({ unchanged: 1, failures: [{ outcome: 'crash' }] });
  });

  it('refuses a missing path before anything is stored', async () => {
    const folder = scratchFolder({ 'a.txt': 'one' });
    const sink = new MemorySink();
    const importing = importFiles([folder, `${folder}/没有.txt`], into(sink));
    await expect(importing).rejects.toThrow(`找不到：${folder}/没有.txt`);
    expect(sink.documents.size).toBe(0);
  });

  it('ends with the error of the sink, and starts no further file', async () => {
    const folder = scratchFolder(
      Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.txt`, `${i}`])),
    );
    class FullSink extends MemorySink {
      tries = 0;

      override async saveAll(_parcels: readonly Parcel[]): Promise<never> {
        this.tries++;
        throw new Error('disk full');
      }
    }
    const sink = new FullSink();
    await expect(importFiles([folder], into(sink))).rejects.toThrow('disk full');
    expect(sink.tries).toBeLessThan(20);
  });
});
