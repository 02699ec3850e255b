import { describe, expect, test } from 'vitest';
import { csvReader } from '../../../extractors/csv/csv-reader.js';
import { gridShape, onlyGrid } from '../../support/grid-shape.js';

const read = async (bytes: Uint8Array) => onlyGrid((await csvReader.read(bytes, { path: 'a.csv' })).blocks);

describe('csvReader', () => {
  test('quoted fields, line breaks in them, codes kept as text', async () => {
    const grid = await read(
      Buffer.from('\uFEFF项目,编码,说明\r\n"宣传费, 印刷",="007","一\r\n二"\r\n合计,,\r\n'),
    );
    expect(gridShape(grid)).toEqual([
      't1 r1 c1 项目',
      't1 r1 c2 编码',
      't1 r1 c3 说明',
      't1 r2 c1 宣传费, 印刷',
      't1 r2 c2 007',
      't1 r2 c3 一\n二',
      't1 r3 c1 合计',
      't1 r3 c2 ',
      't1 r3 c3 ',
    ]);
    expect(grid.certainty).toBe('flattened');
  });

  test('GBK and UTF-16 with tabs', async () => {
    const gbk = Uint8Array.from([0xbc, 0xa8, 0xd0, 0xa7, 0x2c, 0x31, 0x0a, 0x61, 0x2c, 0x62, 0x0a]);
    expect((await read(gbk)).cells[0]?.text).toBe('绩效');
    const utf16 = Buffer.from('\uFEFF项目\t金额\r\n甲\t1\r\n', 'utf16le');
    expect(gridShape(await read(utf16))).toEqual([
      't1 r1 c1 项目',
      't1 r1 c2 金额',
      't1 r2 c1 甲',
      't1 r2 c2 1',
    ]);
  });

  test.each([
    ['a,b\n1,2\n', 0.5],
    ['项目\t金额\n甲\t1\n乙\t2\n', 0.5],
    ['一、部门职责\n负责宣传，以及其他。\n', 0],
    ['附表1\n项目\t金额\t单位\n甲\n乙\t2\n', 0],
    ['', 0],
  ])('recognizes %j', (text, sure) => {
    expect(csvReader.recognize(Buffer.from(text))).toBe(sure);
  });
});
