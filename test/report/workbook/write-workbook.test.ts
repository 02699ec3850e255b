import { read } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { type SheetColumn, sheet } from '../../../src/report/workbook/sheet.js';
import { writeWorkbook } from '../../../src/report/workbook/write-workbook.js';
import { bytesOf } from '../../support/bytes-of.js';

interface Item {
  id: number;
  text: string | null;
}

const COLUMNS: SheetColumn<Item>[] = [
  {
    title: '编号',
    width: 8,
    value: ({ id }) => `f${id}`,
    link: ({ id }) => ({ sheet: '证据', row: id + 1 }),
  },
  { title: '文字', width: 20, value: ({ text }) => text },
  { title: '金额', width: 10, format: '#,##0.00', value: ({ id }) => (id === 2 ? null : id / 8) },
  { title: '回', width: 8, value: ({ id }) => id, formula: ({ id }) => (id === 1 ? '1+"<"' : null) },
  { title: '状态', width: 8, value: () => null, answer: { choices: ['属实', '排除'] } },
];

async function* items(): AsyncGenerator<Item> {
  yield { id: 1, text: ' 两端有空格 ' };
  yield { id: 2, text: '<b>&"引号"\u0001\uFFFF' };
  yield { id: 3, text: `一行\n${'字'.repeat(40)}` };
}

const written = (rows: AsyncIterable<Item> | Item[] = items()) =>
  bytesOf(writeWorkbook({ creator: 'mingzhang', modified: new Date(0) }, [sheet('清单', COLUMNS, rows)]));

const xmlOf = (bytes: Uint8Array, part: string): string =>
  strFromU8(unzipSync(bytes)[part] ?? new Uint8Array());

it('writes what each column says of each item', async () => {
  const { sheets } = await readXlsx(await written());
  expect(sheets[0]?.rows).toEqual([
    ['编号', '文字', '金额', '回', '状态'],
    ['f1', ' 两端有空格 ', 0.125, 1, null],
    ['f2', '<b>&"引号"', null, 2, null],
    ['f3', `一行\n${'字'.repeat(40)}`, 0.375, 3, null],
  ]);
});

it('keeps links, formulas, formats and the height of wrapped texts', async () => {
  const list = read(await written(), { cellFormula: true, cellNF: true, cellStyles: true }).Sheets.清单 ?? {};
  expect([list.A2?.l?.Target, list.A4?.l?.Target]).toEqual(["#'证据'!A2", "#'证据'!A4"]);
  expect([list.D2?.f, list.D2?.v, list.D3?.f]).toEqual(['1+"<"', 1, undefined]);
  expect([list.C2?.w, list.C2?.z]).toEqual(['0.13', '#,##0.00']);
  expect(list['!rows']?.map((row) => row?.hpt)).toEqual([undefined, 15, 15, 90]);
});

it('keeps a text that looks like the number of a character', async () => {
  const bytes = await written([{ id: 1, text: '_x0041_和_x_x000D_' }]);
  expect(xmlOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('_x005F_x0041_和_x_x005F_x000D_');
  expect(read(bytes).Sheets.清单?.B2?.v).toBe('_x0041_和_x_x000D_');
});

it('says how far the items reach where that has to be said', async () => {
  const bytes = await written();
  const xml = xmlOf(bytes, 'xl/worksheets/sheet1.xml');
  expect(xml).toContain('<autoFilter ref="A1:E4"/>');
  expect(xml).toContain('sqref="E2:E4"');
  expect(xmlOf(bytes, 'xl/workbook.xml')).toContain('$A$1:$E$4');
});

it('is a whole workbook without an item', async () => {
  const bytes = await written([]);
  expect((await readXlsx(bytes)).sheets[0]?.rows).toEqual([['编号', '文字', '金额', '回', '状态']]);
  expect(xmlOf(bytes, 'xl/worksheets/sheet1.xml')).not.toMatch(/dataValidation|<hyperlink|r="2"/);
});

it('takes items while it is written, one sheet after the other', async () => {
  let taken = 0;
  const many = async function* (): AsyncGenerator<Item> {
    for (let id = 1; id <= 5000; id++) {
      taken += 1;
      yield { id, text: `第 ${id} 条 ${Math.imul(id, 0x9e3779b1).toString(36).repeat(12)}` };
    }
  };
  const seen: number[] = [];
  for await (const _ of writeWorkbook({}, [sheet('甲', COLUMNS, many()), sheet('乙', COLUMNS, many())]))
    seen.push(taken);
  expect(seen.some((n) => n > 0 && n < 5000)).toBe(true);
  expect(seen.some((n) => n > 5000 && n < 10_000)).toBe(true);
});
