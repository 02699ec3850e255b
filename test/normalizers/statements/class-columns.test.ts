import { describe, expect, it } from 'vitest';
import { linesOf, readStatement } from './draw-statements.js';

const read = (rows: string): string[] =>
  linesOf(
    readStatement(
      '部门支出总体情况表',
      '单位：万元',
      `科目编码|<|<|科目名称|合计|基本支出|项目支出\n类|款|项|^|^|^|^\n${rows}`,
    ),
  ).map((line) => line.replace(/ \d:.*/, ''));

describe('codes in columns 类 | 款 | 项', () => {
  it('are joined with what stands above where each is printed once', () => {
    expect(
      read(
        `
205|||教育支出|6.00|4.00|2.00
|03||职业教育|6.00|4.00|2.00
||02|中等职业教育|5.00|4.00|1.00
||99|其他职业教育支出|1.00||1.00
|08||进修及培训|1.00||1.00
||03|培训支出|1.00||1.00
208|||社会保障和就业支出|1.00|1.00|
|05||行政事业单位养老支出|1.00|1.00|`.trim(),
      ),
    ).toEqual([
      '205 教育支出 L1',
      '20503 职业教育 L2',
      '2050302 中等职业教育 L3',
      '2050399 其他职业教育支出 L3',
      '20508 进修及培训 L2',
      '2050803 培训支出 L3',
      '208 社会保障和就业支出 L1',
      '20805 行政事业单位养老支出 L2',
    ]);
  });

  it('are joined where they are printed in every row', () => {
    expect(
      read(
        `
205|||教育支出|6.00|4.00|2.00
205|03||职业教育|6.00|4.00|2.00
205|03|02|中等职业教育|6.00|4.00|2.00`.trim(),
      ),
    ).toEqual(['205 教育支出 L1', '20503 职业教育 L2', '2050302 中等职业教育 L3']);
  });

  it('stay as printed where nothing stands above', () => {
    expect(read('|03||职业教育|6.00|4.00|2.00\n205|||教育支出|6.00|4.00|2.00')[0]).toMatch(/^03 职业教育/);
  });

  it('stay whole where the column of 项 holds the whole code', () => {
    expect(read('205|||教育支出|6.00|4.00|2.00\n||2050302|中等职业教育|6.00|4.00|2.00')).toEqual([
      '205 教育支出 L1',
      '2050302 中等职业教育 L3',
    ]);
  });
});
