import { describe, expect, it } from 'vitest';
import { spreadHeadings } from '../../../extractors/text/spread-headings.js';

/** `_` is a blank cell; `乙*2` stands over two columns, `甲!` in two rows. */
const spread = (...rows: string[]): string[] =>
  spreadHeadings(rows.map((row) => row.split(' ').map((text) => (text === '_' ? '' : text)))).map((row) =>
    row
      .map(({ text, colSpan = 1, rowSpan = 1 }) => [
        text || '_',
        colSpan > 1 ? `*${colSpan}` : '',
        rowSpan > 1 ? '!' : '',
      ])
      .map((parts) => parts.join(''))
      .join(' '),
  );

describe('headings over several columns in text without merges', () => {
  it('are as wide as the texts between the blanks below', () => {
    expect(spread('项目名称 项目总额 其中 目标', '_ _ 财政资金 其他资金 _', '甲 3 2 1 乙')).toEqual([
      '项目名称! 项目总额! 其中*2 目标!',
      '财政资金 其他资金',
      '甲 3 2 1 乙',
    ]);
  });

  it('may be several, with a column between them', () => {
    expect(spread('编码 预算 目标 指标', '_ 总额 拨款 _ 一级 二级 三级')[0]).toBe(
      '编码! 预算*2 目标! 指标*3',
    );
  });

  it('may be neighbours with the same columns', () => {
    expect(spread('名称 财政拨款 其他资金 目标', '_ 合计 基本 合计 基本 _')[0]).toBe(
      '名称! 财政拨款*2 其他资金*2 目标!',
    );
  });

  it.each([
    ['neighbours with columns of their own', '名称 财政拨款 其他资金 目标', '_ 合计 基本 专户 自筹 _'],
    ['a row as long as the one below', '甲 乙 丙', '_ 丁 _'],
    ['blanks among the headings', '甲 _ 丙 丁', '_ 一 二 _ _'],
    ['a label beside its lines', '资金总额 30', '_ 财政资金 其他资金'],
  ])('are left alone: %s', (_, ...rows) => {
    expect(spread(...rows)).toEqual(rows);
  });
});
