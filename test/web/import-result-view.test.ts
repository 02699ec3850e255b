import { expect, it } from 'vitest';
import type { ImportRecord, ImportResult } from '../../src/model/import-record.js';
import { emptySummary } from '../../src/pipeline/import/import-summary.js';
import { ImportResultView } from '../../src/web/pages/import/import-result-view.js';

const record = (result: Partial<ImportResult>): ImportRecord => ({
  id: 1,
  kind: 'paths',
  given: ['某局'],
  givenCount: 1,
  started: '2024-01-01T08:00:00.000Z',
  ended: '2024-01-01T09:00:00.000Z',
  result: { ...emptySummary(), ...result },
  failureCount: result.failures?.length ?? 0,
  error: null,
});

const shown = (result: Partial<ImportResult>): string =>
  String(ImportResultView({ record: record(result), documents: new Map() }));

it('names what an import by the site skipped, and why', () => {
  const page = shown({ skipped: [{ path: '某局/<空>', reason: '空文件夹' }] });
  expect(page).toContain('没有内容可读而跳过的（1）');
  expect(page).toContain('某局/&lt;空&gt;');
  expect(page).toContain('空文件夹');
});

it('says nothing of it where nothing was', () => expect(shown({})).not.toContain('跳过'));

it('says what to do about a file that was not read, whether or not its outcome was counted in this import', () => {
  const page = shown({
    unchanged: 1,
    failures: [
      { path: '坏.xlsx', sha256: null, outcome: 'corrupt', reason: '工作簿损坏' },
      { path: '锁.xlsx', sha256: null, outcome: 'unreadable', reason: '没有权限' },
    ],
  });
  expect(page).toContain('请重新下载');
  expect(page).toContain('请检查文件是否还在');
});
