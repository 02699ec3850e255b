import { describe, expect, it } from 'vitest';
import { columnsOf, linesOf, readPack, readStatement } from './draw-statements.js';

describe('statements of final accounts', () => {
  it('have halves whose rows and columns are numbered', () => {
    const statement = readStatement(
      '公开01表',
      '收入支出决算总表',
      '部门：青禾县档案馆 单位：万元',
      `
收入|<|<|支出|<|<
项目|行次|金额|项目|行次|金额
栏次||1|栏次||2
一、一般公共预算财政拨款收入|1|100.00|一、一般公共服务支出|32|80.00
二、政府性基金预算财政拨款收入|2||二、外交支出|33|
本年收入合计|27|100.00|本年支出合计|58|80.00
使用非财政拨款结余（含专用结余）|28||结余分配|59|
年初结转和结余|29|5.00|年末结转和结余|60|25.00
总计|31|105.00|总计|62|105.00`,
    );
    expect(statement).toMatchObject({ kind: 'income-expenditure', title: '收入支出决算总表', unit: '万元' });
    expect(columnsOf(statement)).toEqual(['0 income 收入/金额=total', '1 expenditure 支出/金额=total']);
    expect(linesOf(statement)).toEqual([
      '一、一般公共预算财政拨款收入 L1 0:100.00',
      '+1 一、一般公共服务支出 L1 1:80.00',
      '二、政府性基金预算财政拨款收入 L1',
      '+1 二、外交支出 L1',
      '本年收入合计 L1 total 0:100.00',
      '+1 本年支出合计 L1 total 1:80.00',
      '使用非财政拨款结余（含专用结余） carried',
      '+1 结余分配 carried',
      '年初结转和结余 carried 0:5.00',
      '+1 年末结转和结余 carried 1:25.00',
      '总计 L1 total 0:105.00',
      '+1 总计 L1 total 1:105.00',
    ]);
  });

  it('print 类 | 款 | 项 in the row that numbers the columns, joined downward over the total', () => {
    const statement = readStatement(
      '收入决算表',
      '单位：青禾县档案馆 金额单位：万元',
      `
项目|<|<|<|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入
功能分类科目编码|<|<|科目名称|^|^|^|^|^|^|^
类|款|项|栏次|1|2|3|4|5|6|7
^|^|^|合计|100.00|95.00|||||5.00
201|<|<|一般公共服务支出|80.00|80.00|||||
20126|<|<|档案事务|80.00|80.00|||||
2012601|<|<|行政运行|60.00|60.00|||||`,
    );
    expect(statement.kind).toBe('income');
    expect(columnsOf(statement)).toEqual([
      '0 本年收入合计=total',
      '0 财政拨款收入=fiscal',
      '0 上级补助收入=other-funds',
      '0 事业收入=other-funds',
      '0 经营收入=other-funds',
      '0 附属单位上缴收入=other-funds',
      '0 其他收入=other-funds',
    ]);
    expect(linesOf(statement)).toEqual([
      '合计 L1 total 0:100.00 1:95.00 6:5.00',
      '201 一般公共服务支出 L1 0:80.00 1:80.00',
      '20126 档案事务 L2 0:80.00 1:80.00',
      '2012601 行政运行 L3 0:60.00 1:60.00',
    ]);
  });

  it('tell the year’s income, expenditure and what is left apart, without the note under them', () => {
    const statement = readStatement(
      '政府性基金预算财政拨款收入支出决算表',
      '金额单位：万元',
      `
科目代码|科目名称|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余
^|^|^|^|小计|基本支出|项目支出|^
栏次|<|1|2|3|4|5|6
合计|<||20.00|20.00||20.00|
212|城乡社区支出||20.00|20.00||20.00|
注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。|<|<|<|<|<|<|<`,
    );
    expect(columnsOf(statement)).toEqual([
      '0 年初结转和结余=other',
      '0 本年收入=income',
      '0 本年支出/小计=total',
      '0 本年支出/基本支出=basic',
      '0 本年支出/项目支出=project',
      '0 年末结转和结余=other',
    ]);
    expect(linesOf(statement)).toEqual([
      '合计 L1 total 1:20.00 2:20.00 4:20.00',
      '212 城乡社区支出 L1 1:20.00 2:20.00 4:20.00',
    ]);
  });

  it('set the accounts of 三公 beside their budget, under numbers from 1 on', () => {
    const statement = readStatement(
      '财政拨款“三公”经费支出决算表',
      '单位：万元',
      `
预算数|<|<|<|<|<|决算数|<|<|<|<|<
合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费
^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|小计|公务用车购置费|公务用车运行维护费|^
1|2|3|4|5|6|7|8|9|10|11|12
9.00||6.00||6.00|3.00|7.00||5.00||5.00|2.00`,
    );
    const kinds = statement.columns.map(({ kind }) => kind);
    expect(kinds).toEqual([...new Array(6).fill('budget'), ...new Array(6).fill('actual')]);
    expect(linesOf(statement)).toEqual(['total 0:9.00 2:6.00 4:6.00 5:3.00 6:7.00 8:5.00 10:5.00 11:2.00']);
  });

  it('are accounts whatever funds their titles name', () => {
    const table = `
科目编码|科目名称|合计|基本支出|项目支出
合计|<|10.00|4.00|6.00`;
    const { disclosures } = readPack(
      '青禾县档案馆2023年度部门决算',
      '一般公共预算支出表',
      '单位：万元',
      table,
      '政府性基金预算支出表',
      '单位：万元',
      table,
    );
    expect(disclosures.map(({ stage, statements }) => [stage, statements.length])).toEqual([['final', 2]]);
  });

  it('stand beside self-evaluations in a disclosure of their own stage', () => {
    const { disclosures } = readPack(
      '青禾县档案馆',
      '2023年度部门决算',
      '支出决算表',
      '单位：万元',
      `
科目编码|科目名称|本年支出合计|基本支出|项目支出
合计|<|10.00|4.00|6.00`,
    );
    expect(
      disclosures.map(({ stage, year, department, statements }) => [
        stage,
        year,
        department,
        statements.length,
      ]),
    ).toEqual([['final', 2023, '青禾县档案馆', 1]]);
  });
});
