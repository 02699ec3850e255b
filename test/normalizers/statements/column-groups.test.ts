import { describe, expect, it } from 'vitest';
import { columnsOf, readStatement } from './draw-statements.js';

const kindsOf = (title: string, header: string, rows: string): string[] =>
  columnsOf(readStatement(title, '单位：万元', `${header}\n${rows}`)).map(
    (column) => column.split('=')[1] ?? '',
  );

describe('columns under a heading of the year or of the accounts', () => {
  it.each([
    ['2023年', '2024年'],
    ['上年', '当年'],
    ['上年预算数', '本年预算数'],
    ['上年预算', '本年预算'],
    ['2023年预算数', '2024年预算数'],
  ])('%s | %s', (last, current) => {
    const groups = [last, current].map((label) => `${label}|<|<`).join('|');
    expect(
      kindsOf(
        '“三公”经费支出表',
        `单位名称|${groups}\n^|合计|公务接待费|公务用车运行费|合计|公务接待费|公务用车运行费`,
        '合计|3.00|1.00|2.00|4.00|1.00|3.00',
      ),
    ).toEqual([...new Array(3).fill('last-year'), ...new Array(3).fill('this-year')]);
  });

  it('of this year keep what they say beside it', () => {
    expect(
      kindsOf(
        '一般公共预算支出表',
        '科目名称|上年预算|<|<|本年预算|<|<\n^|合计|基本支出|项目支出|合计|基本支出|项目支出',
        '一般公共服务支出|3.00|1.00|2.00|4.00|1.00|3.00',
      ).slice(3),
    ).toEqual(['this-year', 'basic', 'project']);
  });

  it('of this year alone are what they are without it', () => {
    expect(
      kindsOf('支出总表', '科目名称|本年预算|<|<\n^|合计|基本支出|项目支出', '教育支出|4.00|1.00|3.00'),
    ).toEqual(['total', 'basic', 'project']);
  });

  it.each([
    '公务用车购置及运行费',
    '公务用车购置及运行维护费',
    '公务用车费',
    '公车购置及运行',
    '车辆购置和运行费',
  ])('小计 of %s is no total', (vehicles) => {
    expect(
      kindsOf(
        '“三公”经费支出表',
        `单位名称|因公出国（境）费|公务接待费|${vehicles}|<|<\n^|^|^|小计|购置费|运行费`,
        '青禾县档案馆|0|1.00|3.00|0|3.00',
      ),
    ).not.toContain('total');
  });
});
