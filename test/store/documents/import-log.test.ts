import { expect, it } from 'vitest';
import type { ImportResult } from '../../../src/model/import-record.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';

const result: ImportResult = {
  files: 3,
  archives: 0,
  outcomes: { ok: 2, corrupt: 1 },
  unchanged: 0,
  duplicates: 0,
  kept: 0,
  failures: [{ path: '坏.docx', sha256: 'a'.repeat(64), outcome: 'corrupt', reason: '缺目录' }],
  skipped: [{ path: '管道', reason: '是管道（FIFO），不是文件' }],
  left: 0,
  newest: ['a'.repeat(64)],
};

it('writes down imports, the newest first, and keeps them out of the dump', async () => {
  let hour = 8;
  const store = openSqliteStore(':memory:', { now: () => new Date(Date.UTC(2024, 0, 1, hour++)) });
  const before = await store.dump();
  const first = await store.beginImport({ kind: 'paths', paths: ['某局/'] });
  await store.endImport(first, { result });
  const second = await store.beginImport({ kind: 'retry', paths: ['timeout'] });
  await store.endImport(second, { error: '磁盘已满' });
  await store.beginImport({ kind: 'upload', paths: Array.from({ length: 30 }, (_, n) => `${n}.pdf`) });
  const [running, broken, done] = await store.imports(5);
  expect(done).toEqual({
    id: first,
    kind: 'paths',
    given: ['某局/'],
    givenCount: 1,
    started: '2024-01-01T08:00:00.000Z',
    ended: '2024-01-01T09:00:00.000Z',
    result,
    failureCount: 1,
    error: null,
  });
  expect(broken).toMatchObject({ kind: 'retry', result: null, error: '磁盘已满' });
  expect(running).toMatchObject({ givenCount: 30, ended: null });
  expect(running?.given).toHaveLength(10);
  expect(await store.imports(1)).toEqual([running]);
  expect(await store.dump()).toBe(before);
  await store.close();
});

it('keeps the first failures of an import and the number of all', async () => {
  const store = openSqliteStore(':memory:');
  const failures = Array.from({ length: 500 }, (_, n) => ({
    path: `${n}.pdf`,
    sha256: null,
    outcome: 'unreadable' as const,
    reason: null,
  }));
  await store.endImport(await store.beginImport({ kind: 'refresh', paths: [] }), {
    result: { ...result, failures },
  });
  const [record] = await store.imports(1);
  expect(record?.failureCount).toBe(500);
  expect(record?.result?.failures).toHaveLength(200);
  await store.close();
});
