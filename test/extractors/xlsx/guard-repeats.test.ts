import { utils, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { xlsxReader } from '../../../extractors/xlsx/xlsx-reader.js';
import { isGrid } from '../../../src/model/grid.js';
import { timesOfReference } from '../../support/times-of-reference.js';

const template = unzipSync(
  new Uint8Array(
    write(utils.book_new(utils.aoa_to_sheet([['甲']]), '表'), { type: 'buffer', bookType: 'ods' }),
  ),
);

/** An OpenDocument workbook with these rows. */
function sheet(rows: string): Uint8Array {
  const xml = new TextDecoder()
    .decode(template['content.xml'])
    .replace(/<table:table-row[\s\S]*<\/table:table-row>/, rows);
  return zipSync({ ...template, 'content.xml': strToU8(xml) });
}

const cell = (text: string, columns = 1): string =>
  `<table:table-cell office:value-type="string" table:number-columns-repeated="${columns}"><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: string, rows = 1): string =>
  `<table:table-row table:number-rows-repeated="${rows}">${cells}</table:table-row>`;
const read = (rows: string) => xlsxReader.read(sheet(rows), { path: 'a.ods' });

describe('repeated rows and columns', () => {
  test.each([
    ['rows and columns', row(cell('零', 16_384), 1_048_576)],
    ['columns', row(cell('零', 900_000_000))],
    ['many rows of many', row(cell('零', 16_384)).repeat(300)],
    ['rows', row(cell('零') + cell('零'), 3_000_000)],
  ])('%s without end are a limit, at once', async (_name, rows) => {
    const refused = () => expect(read(rows)).rejects.toThrow('重复的单元格');
    expect(await timesOfReference(refused)).toBeLessThan(100);
  });

  test('blank ones to the edges of the sheet cost nothing', async () => {
    const blank = '<table:table-cell table:number-columns-repeated="16383"/>';
    const rows = row(cell('项目') + blank) + row(blank, 1_048_574) + row(cell('尾'));
    const grid = (await read(rows)).blocks.find(isGrid);
    expect(grid?.cells.filter(({ text }) => text).map(({ place }) => place)).toEqual([
      '表!A1',
      '表!A1048576',
    ]);
  });

  test('a few are written out', async () => {
    const grid = (await read(row(cell('一', 3), 2) + row(cell('二')))).blocks.find(isGrid);
    expect(grid?.cells.map(({ text }) => text)).toEqual(['一', '一', '一', '一', '一', '一', '二', '', '']);
  });
});
