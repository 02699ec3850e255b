import { expect, it, vi } from 'vitest';
import { rowsWorkbook } from '../../src/report/rows-workbook.js';

it('writes the same rows as the same bytes at any time', async () => {
  const sheets = [{ name: '项目', rows: [{ project: '甲' }], columns: [{ name: 'project', title: '项目' }] }];
  vi.useFakeTimers({ now: new Date('2024-05-06'), toFake: ['Date'] });
  const first = await rowsWorkbook(sheets);
  vi.setSystemTime(new Date('2025-05-06'));
  const second = await rowsWorkbook(sheets);
  vi.useRealTimers();
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});
