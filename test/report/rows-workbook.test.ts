import { readXlsx } from 'hucre/xlsx';
import { expect, it, vi } from 'vitest';
import { rowsWorkbook } from '../../src/report/rows-workbook.js';
import { bytesOf } from '../support/bytes-of.js';

it('writes the same rows as the same bytes at any time', async () => {
  const rows = [{ project: '甲' }];
  const sheets = [
    { name: '项目', blocks: [rows], measured: rows, columns: [{ name: 'project', title: '项目' }] },
  ];
  vi.useFakeTimers({ now: new Date('2024-05-06'), toFake: ['Date'] });
  const first = await bytesOf(rowsWorkbook(sheets));
  vi.setSystemTime(new Date('2025-05-06'));
  const second = await bytesOf(rowsWorkbook(sheets));
  vi.useRealTimers();
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

it('keeps ids that are longer than the numbers of a spreadsheet', async () => {
  const columns = [{ name: 'id', title: '编号' }];
  const rows = [{ id: 5730547821969414 }, { id: 7 }];
  const bytes = await bytesOf(rowsWorkbook([{ name: '项目', blocks: [rows], measured: rows, columns }]));
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]?.rows.slice(1)).toEqual([['5730547821969414'], [7]]);
});
