import { describe, expect, it } from 'vitest';
import { read } from '../recognize/draw-table.js';

const budgetsOf = (title: string, ...parts: string[]): string[] =>
  read(title, ...parts).disclosure.budgets.map(
    ({ project, axis, category, money }) =>
      `${project ?? '部门'} ${axis} ${category} ${money.figure ?? money.state}`,
  );

describe('amount columns', () => {
  it('take axis and category from their labels and the groups above', () => {
    expect(
      budgetsOf(
        '部门预算项目支出及其他支出预算表',
        '单位：万元',
        `项目名称|总计|财政拨款|<|<|财政专户拨款|其他资金|绩效目标
^|^|合计|一般公共预算|政府性基金预算|^|^|^
校舍修缮|30|25|20|5|4|1|修缮三所`,
      ),
    ).toEqual([
      '1 total 总计 30',
      '1 funding 财政拨款 25',
      '1 revenue 一般公共预算 20',
      '1 revenue 政府性基金预算 5',
      '1 revenue 财政专户拨款 4',
      '1 revenue 其他资金 1',
    ]);
  });

  it('call 其他资金 funding where no column is by revenue', () => {
    expect(
      budgetsOf(
        '项目支出绩效目标表',
        '单位：万元',
        `项目名称|项目总额|其中：|<|绩效目标|三级指标|指标值
^|^|财政资金|其他资金|^|^|^
校舍修缮|30|25|5|修缮|修缮|3所`,
      ),
    ).toEqual(['1 total 项目总额 30', '1 funding 财政资金 25', '1 funding 其他资金 5']);
  });

  it('leave blank cells out and keep a printed 0', () => {
    expect(
      budgetsOf(
        '项目支出绩效目标表',
        '单位：万元',
        '项目名称|项目总额|财政资金|其他资金|绩效目标|三级指标|指标值\n校舍修缮|30||0|修缮|修缮|3所',
      ),
    ).toEqual(['1 total 项目总额 30', '1 funding 其他资金 0']);
  });

  it('belong to the department where the table has no project', () => {
    expect(
      budgetsOf(
        '部门整体支出绩效目标表',
        `部门名称|某县教育局|<|<
总体资金情况（万元）|预算支出总额|基本支出|项目支出
^|90|60|30
年度目标|完成|<|<
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|修缮|3所`,
      ),
    ).toEqual(['部门 total 预算支出总额 90', '部门 expenditure 基本支出 60', '部门 expenditure 项目支出 30']);
  });

  it('count merged amounts once', () => {
    expect(
      budgetsOf(
        '项目支出绩效目标表',
        '单位：万元',
        '项目名称|项目总额|绩效目标|三级指标|指标值\n校舍修缮|30|修缮|甲|1个\n^|^|^|乙|2个\n^|^|^|丙|3个',
      ),
    ).toEqual(['1 total 项目总额 30']);
  });
});

describe('the unit of money', () => {
  const yuan = (...parts: string[]): (number | null | undefined)[] =>
    read(...parts).disclosure.projects.map(({ money }) => (money?.fen == null ? null : money.fen / 100));
  const LIST = '项目名称|金额|绩效目标|三级指标|指标值\n校舍修缮|30|修缮|甲|1个';

  it('stands in the cell, before the label, before the caption, before what the document says', () => {
    expect(yuan('项目支出绩效目标表', '单位：元', LIST)).toEqual([30]);
    expect(yuan('项目支出绩效目标表', '单位：元', LIST.replace('金额', '金额（万元）'))).toEqual([300_000]);
    expect(yuan('项目支出绩效目标表', '单位：元', LIST.replace('|30|', '|30万元|'))).toEqual([300_000]);
  });

  it('is that of another form of the document, where all agree', () => {
    expect(
      yuan('项目支出绩效目标表', '单位：万元', LIST, '项目支出绩效目标表', LIST.replace('校舍', '操场')),
    ).toEqual([300_000, 300_000]);
  });

  it('stays open where two forms disagree and the third says nothing', () => {
    expect(
      yuan(
        '项目支出绩效目标表',
        '单位：万元',
        LIST,
        '项目支出绩效目标表',
        '单位：元',
        LIST.replace('校舍', '操场'),
        '项目支出绩效目标表',
        LIST.replace('校舍', '食堂'),
      ),
    ).toEqual([300_000, 30, null]);
  });
});
