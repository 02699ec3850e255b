import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readOrder } from '../../../src/pipeline/import/read-order.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { BUILT } from '../../support/built-entries.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { smallDisclosure } from '../../support/small-disclosure.js';

const misbehaving = fileURLToPath(new URL('../../support/misbehaving-worker.mjs', import.meta.url));

it('reads files under a name that is not theirs on disk, keeps their bytes, and writes it down', async () => {
  const folder = scratchFolder({ '0': smallDisclosure() });
  const store = openSqliteStore(join(folder, 'a.db'));
  const files = [{ path: '上传/某局.txt', file: join(folder, '0'), ignored: false }];
  const summary = await readOrder(store, { kind: 'upload', files }, { jobs: 1, entry: BUILT.read });
  expect(summary.outcomes).toEqual({ ok: 1 });
  const [document] = (await store.query('documents')).rows;
  expect(document?.path).toBe('上传/某局.txt');
  const sha256 = String(document?.sha256);
  expect(existsSync(join(folder, 'a.db.sources', sha256.slice(0, 2), sha256))).toBe(true);
  expect(await store.imports(1)).toMatchObject([
    { kind: 'upload', given: ['上传/某局.txt'], result: { files: 1, outcomes: { ok: 1 } } },
  ]);
  await store.close();
});

it('keeps the bytes of what killed its reader too, so that it can be read again when the file is gone', async () => {
  const folder = scratchFolder({ 'abort.txt': smallDisclosure({ amounts: ['7', '5'] }) });
  const store = openSqliteStore(join(folder, 'a.db'));
  const files = [{ path: '上传/某局.txt', file: join(folder, 'abort.txt'), ignored: false }];
  await readOrder(store, { kind: 'upload', files }, { jobs: 1, entry: misbehaving });
  expect((await store.query('documents')).rows).toMatchObject([{ outcome: 'crash' }]);
  rmSync(join(folder, 'abort.txt'));
  const retry = { kind: 'retry', outcomes: ['crash'] } as const;
  const { outcomes, failures } = await readOrder(store, retry, { jobs: 1, entry: BUILT.read });
  expect({ outcomes, failures }).toEqual({ outcomes: { ok: 1 }, failures: [] });
  await store.close();
});

it('keeps the bytes of a content that was known without them', async () => {
  const folder = scratchFolder({ 'a.txt': smallDisclosure() });
  const store = openSqliteStore(join(folder, 'a.db'));
  const paths = { kind: 'paths', paths: [join(folder, 'a.txt')] } as const;
  await readOrder(store, paths, { jobs: 1, entry: BUILT.read });
  const again = await readOrder(store, paths, { jobs: 1, entry: BUILT.read, keepSources: true });
  expect(again.unchanged).toBe(1);
  renameSync(join(folder, 'a.txt'), join(folder, 'b.txt'));
  const { failures } = await readOrder(store, { kind: 'refresh' }, { jobs: 1, entry: BUILT.read });
  expect(failures).toEqual([]);
  expect(existsSync(join(folder, 'a.db.sources'))).toBe(true);
  await store.close();
});

it('writes down why an import broke off', async () => {
  const folder = scratchFolder();
  const store = openSqliteStore(join(folder, 'a.db'));
  const order = { kind: 'paths', paths: [join(folder, '没有')] } as const;
  await expect(readOrder(store, order, { jobs: 1, entry: BUILT.read })).rejects.toThrow('找不到');
  expect(await store.imports(1)).toMatchObject([{ result: null, error: expect.stringContaining('找不到') }]);
  await store.close();
});
