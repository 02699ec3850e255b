import { describe, expect, it } from 'vitest';
import { readPack, readStatement } from './draw-statements.js';

const TABLE = `
科目编码|科目名称|合计|基本支出|项目支出
201|一般公共服务支出|10.00|4.00|6.00`;

describe('kinds of statements', () => {
  it.each([
    ['部门支出总表', 'expenditure'],
    ['2024年部门支出总体情况表', 'expenditure'],
    ['部门预算支出总表', 'expenditure'],
    ['一般公共预算支出表', 'general-public'],
    ['一般公共预算支出情况表（按功能分类科目）', 'general-public'],
    ['一般公共预算财政拨款支出决算表', 'general-public'],
    ['政府性基金预算支出表', 'government-fund'],
    ['国有资本经营预算支出预算表', 'state-capital'],
    ['部门项目支出明细表', 'project-expenditure'],
    ['政府采购预算表', 'procurement'],
    ['政府购买服务预算表', 'other'],
    ['财政拨款结转资金支出表', 'other'],
    ['一般公共预算基本支出表（按功能分类科目）', 'other'],
    ['一般公共预算支出表（不含上年结转）', 'general-public'],
  ])('%s: %s', (title, kind) => {
    expect(readStatement(title, '单位：万元', TABLE).kind).toBe(kind);
  });

  it.each([
    ['表八 一般公共预算支出表', '一般公共预算支出表'],
    ['附表十一 一般公共预算支出表', '一般公共预算支出表'],
    ['表8 一般公共预算支出表', '一般公共预算支出表'],
  ])('%s: the number of the table takes nothing of its title', (title, expected) => {
    expect(readStatement(title, '单位：万元', TABLE).title).toBe(expected);
  });

  it('without a title go by the shape', () => {
    const halves = readStatement(`
收 入|<|支 出|<
项 目|预算数（万元）|项 目|预算数（万元）
财政拨款|12|一般公共服务支出|12
事业收入|3|教育支出|3
合计|15|合计|15`);
    expect(halves).toMatchObject({ kind: 'income-expenditure', title: '' });
    const visits = readStatement(`
合计|因公出国（境）费|公务用车购置及运行费|公务接待费
2.60|0.00|2.00|0.60`);
    expect(visits.kind).toBe('three-public');
  });

  it.each([
    ['a list of tables', '目录', '序号|表名|页码\n1|收支总表|3\n2|收入总表|4'],
    ['a table of staff', '人员情况表', '单位|编制数|在职人数|离休|退休\n青禾县档案馆|12|10|0|3'],
    ['scores', '综合评价得分情况表', '一级指标|分值|得分|得分率\n决策|20|17.90|89.50%'],
    [
      'a plan of courses in the prose',
      '（三）培训费情况',
      '序号|培训名称|时间|人数|金额|备注\n1|业务培训|5月|30|2.00|',
    ],
    [
      'whether tables are blank',
      '部门预算公开报表',
      '报表|报表名称|是否空表|表格为空的理由\n表1|部门收支总表||\n表2|部门收入总表|是|不涉及',
    ],
  ])('%s is none', (_, title, table) => {
    expect(readPack(title, table).statements).toEqual([]);
  });

  it('leave performance forms alone', () => {
    const { statements, disclosures } = readPack(
      '项目支出绩效目标申报表',
      `
项目名称|档案数字化|<|<
主管部门|青禾县档案馆|实施单位|青禾县档案馆
项目资金（万元）|年度资金总额：|20|<
绩效指标|一级指标|三级指标|指标值
产出指标|数量指标|数字化卷数|≥2000卷`,
    );
    expect(statements).toEqual([]);
    expect(disclosures).toHaveLength(1);
  });
});
