import { expect, it } from 'vitest';
import type { ImportRecord } from '../../src/model/import-record.js';
import { emptySummary } from '../../src/pipeline/import/import-summary.js';
import { ImportResultView } from '../../src/web/pages/import/import-result-view.js';

const record = (skipped: { path: string; reason: string }[]): ImportRecord => ({
  id: 1,
  kind: 'paths',
  given: ['某局'],
  givenCount: 1,
  started: '2024-01-01T08:00:00.000Z',
  ended: '2024-01-01T09:00:00.000Z',
  result: { ...emptySummary(), skipped },
  failureCount: 0,
  error: null,
});

const shown = (skipped: { path: string; reason: string }[]): string =>
  String(ImportResultView({ record: record(skipped), documents: new Map() }));

it('names what an import by the site skipped, and why', () => {
  const page = shown([{ path: '某局/<空>', reason: '空文件夹' }]);
  expect(page).toContain('没有内容可读而跳过的（1）');
  expect(page).toContain('某局/&lt;空&gt;');
  expect(page).toContain('空文件夹');
});

it('says nothing of it where nothing was', () => expect(shown([])).not.toContain('跳过'));
