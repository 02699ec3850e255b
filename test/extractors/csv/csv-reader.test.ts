import { describe, expect, test } from 'vitest';
import { csvReader } from '../../../extractors/csv/csv-reader.js';
import type { Grid } from '../../../src/model/grid.js';
import { gridShape, onlyGrid } from '../../support/grid-shape.js';

const read = async (bytes: Uint8Array) => onlyGrid((await csvReader.read(bytes, { path: 'a.csv' })).blocks);

const rowsOf = ({ rows, columns, cells }: Grid): string[] =>
  Array.from({ length: rows }, (_, r) =>
    cells
      .slice(r * columns, (r + 1) * columns)
      .map((cell) => cell.text)
      .join('|'),
  );

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
    ['last line without line end', '项目,金额\n甲,1', ['项目|金额', '甲|1']],
    [
      'a header that is too short',
      '编号,项目\n1,甲,5\n2,乙,6\n3,丙,7\n',
      ['编号|项目|', '1|甲|5', '2|乙|6', '3|丙|7'],
    ],
    [
      'rows that lack cells',
      '项目,金额,备注\n甲,1\n乙,2,无\n丙,3,无\n',
      ['项目|金额|备注', '甲|1|', '乙|2|无', '丙|3|无'],
    ],
    [
      'a title and a note',
      '项目绩效目标表\n单位：万元\n项目,金额,备注\n甲,1,无\n填表人签字\n',
      ['项目绩效目标表||', '单位：万元||', '项目|金额|备注', '甲|1|无', '填表人签字||'],
    ],
    ['bars', '项目|金额|备注\n甲|1,000|无\n乙|2,000\n', ['项目|金额|备注', '甲|1,000|无', '乙|2,000|']],
    ['Markdown', '| 项目 | 金额 |\n|:---|---:|\n| 甲 | - |\n| - | - |\n', ['项目|金额', '甲|-', '-|-']],
    [
      'lines of a console',
      '+----+----+\n| 项目 | 金额 |\n+----+----+\n| 甲 | 1 |\n+----+----+\n',
      ['项目|金额', '甲|1'],
    ],
    ['semicolons beside decimal commas', '甲;1,5;无\n乙;2,5;无\n', ['甲|1,5|无', '乙|2,5|无']],
    ['a named delimiter', 'sep=;\r\n项目;金额,元\r\n甲;1,2\r\n', ['项目|金额,元', '甲|1,2']],
  ])('%s', async (_, text, rows) => {
    const bytes = Buffer.from(text);
    expect(csvReader.recognize(bytes)).toBe(0.5);
    expect(rowsOf(await read(bytes))).toEqual(rows);
  });

  test('a quotation mark that never closes, far down, is kept as it stands and reported', async () => {
    const { blocks, diagnostics } = await csvReader.read(Buffer.from(`${'甲,1\n'.repeat(40_000)}"乙,2\n`), {
      path: 'a.csv',
    });
    expect(onlyGrid(blocks).cells.at(-2)?.text).toBe('"乙');
    expect(diagnostics).toMatchObject([{ code: 'quotes-unpaired' }]);
  });

  test('a cell of many lines across the end of the looked-at part', () => {
    const text = `项目,说明\n甲,"${'一行\n'.repeat(40_000)}"\n`;
    expect(csvReader.recognize(Buffer.from(`${'乙,1\n'.repeat(100)}${text}`))).toBe(0.5);
  });

  test.each([
    ['a,b\n1,2\n', 0.5],
    ['负责宣传,组织活动,指导工作。\n负责培训,编制计划,检查落实。\n负责统计。\n', 0],
    ['一、职责\n办公室;财务股\n', 0],
    ['项目\t金额\n甲\t1\n乙\t2\n', 0.5],
    ['一、部门职责\n负责宣传，以及其他。\n', 0],
    ['附表1\n项目\t金额\t单位\n甲\n乙\t2\n', 0],
    ['', 0],
  ])('recognizes %j', (text, sure) => {
    expect(csvReader.recognize(Buffer.from(text))).toBe(sure);
  });
});
