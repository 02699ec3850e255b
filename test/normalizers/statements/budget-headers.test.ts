import { describe, expect, it } from 'vitest';
import { columnsOf, linesOf, readStatement } from './draw-statements.js';

describe('headers of budget statements', () => {
  it('may have four pairs of items beside each other', () => {
    const statement = readStatement(
      '收支总表',
      '部门：某局 金额单位：万元',
      `
收入|<|支出|<|<|<|<|<
项目|本年预算|项目（按功能分类）|本年预算|项目（按部门预算经济分类）|本年预算|项目（按政府预算经济分类）|本年预算
一、一般公共预算拨款收入|12.00|（一）一般公共服务支出|12.00|一、基本支出|9.00|一、机关工资福利支出|7.00
经费拨款|12.00|（二）外交支出||工资福利支出|7.00|二、机关商品和服务支出|5.00
收入总计|12.00|支出总计|12.00|支出总计|9.00|支出总计|12.00`,
    );
    expect(columnsOf(statement)).toEqual([
      '0 income 收入/本年预算=this-year',
      '1 expenditure 支出/本年预算=this-year',
      '2 expenditure 支出/本年预算=this-year',
      '3 expenditure 支出/本年预算=this-year',
    ]);
    expect(statement.lines.filter(({ role }) => role === 'total').map(({ half }) => half)).toEqual([
      0, 1, 2, 3,
    ]);
    expect(statement.lines).toHaveLength(12);
  });

  it('may split the codes and name units and classes in one column', () => {
    const statement = readStatement(
      '附件2-3',
      '支出预算分类汇总表',
      '部门：101001_青禾县档案馆 单位：元',
      `
功能科目|<|<|单位代码|单位名称（功能分类科目名称）|总计|基本支出|<|<|<|项目支出
类|款|项|^|^|^|合计|工资福利支出|一般商品和服务支出|对个人和家庭的补助|^
|||101|青禾县档案馆|120000.00|90000.00|70000.00|15000.00|5000.00|30000.00
201|||201|一般公共服务支出|120000.00|90000.00|70000.00|15000.00|5000.00|30000.00
201|26||20126|档案事务|120000.00|90000.00|70000.00|15000.00|5000.00|30000.00
201|26|01|2012601|行政运行|90000.00|90000.00|70000.00|15000.00|5000.00|`,
    );
    expect(statement).toMatchObject({ kind: 'expenditure', title: '支出预算分类汇总表', unit: '元' });
    expect(columnsOf(statement).slice(3)).toEqual([
      '0 总计=total',
      '0 基本支出/合计=basic',
      '0 基本支出/工资福利支出=other',
      '0 基本支出/一般商品和服务支出=other',
      '0 基本支出/对个人和家庭的补助=other',
      '0 项目支出=project',
    ]);
    expect(statement.lines.map(({ code, level }) => `${code} ${level}`)).toEqual([
      '101 1',
      '201 1',
      '20126 2',
      '2012601 3',
    ]);
  });

  it('may stand in the table below its mark, title and caption', () => {
    const statement = readStatement(`
表1|<|<|<
收支总表|<|<|<
单位：青禾县档案馆|<|<|单位：万元
收入|<|支出|<
项目|预算数|项目|预算数
一、财政拨款收入|12.00|一、一般公共服务支出|12.00
收入总计|12.00|支出总计|12.00`);
    expect(statement).toMatchObject({ kind: 'income-expenditure', title: '收支总表', unit: '万元' });
    expect(linesOf(statement)).toEqual([
      '一、财政拨款收入 L1 0:12.00',
      '+1 一、一般公共服务支出 L1 1:12.00',
      '收入总计 L1 total 0:12.00',
      '+1 支出总计 L1 total 1:12.00',
    ]);
  });

  it('may name a source above its parts', () => {
    const statement = readStatement(
      '表1-1',
      '部门收入总表',
      '金额单位：元',
      `
单位代码|单位名称（科目）|合计|上年结转|一般公共预算拨款收入|政府性基金预算拨款收入|国有资本经营预算拨款收入|事业收入|<|其他收入
^|^|^|^|^|^|^|金额|其中：教育收费|^
|合 计|120000.00||120000.00|||||
101001|青禾县档案馆|120000.00||120000.00|||||`,
    );
    expect(statement.columns.map(({ kind }) => kind)).toEqual([
      'total',
      'other',
      'general-public',
      'government-fund',
      'state-capital',
      'other-funds',
      'other',
      'other-funds',
    ]);
    expect(linesOf(statement)).toEqual([
      '合计 L1 total 0:120000.00 2:120000.00',
      '101001 青禾县档案馆 L1 0:120000.00 2:120000.00',
    ]);
  });

  it('may compare years and rates, the latest year being this one', () => {
    const statement = readStatement(
      '表五：一般公共预算支出预算表',
      '单位：万元',
      `
功能分类科目|<|2023年执行数|2024年预算数|<|<|2024年预算数比2023年执行数|<
科目编码|科目名称|^|小计|基本支出|项目支出|增减额|增减%
201|一般公共服务支出|10.00|12.00|8.00|4.00|2.00|20.0%
合计|<|10.00|12.00|8.00|4.00|2.00|20.0%`,
    );
    expect(statement.kind).toBe('general-public');
    expect(columnsOf(statement)).toEqual([
      '0 2023年执行数=last-year',
      '0 2024年预算数/小计=total',
      '0 2024年预算数/基本支出=basic',
      '0 2024年预算数/项目支出=project',
      '0 2024年预算数比2023年执行数/增减额=change',
      '0 2024年预算数比2023年执行数/增减%=other',
    ]);
    expect(statement.lines[0]?.figures.map(({ money }) => money?.figure ?? null)).toEqual([
      '10.00',
      '12.00',
      '8.00',
      '4.00',
      '2.00',
      null,
    ]);
  });

  it('may set three columns of economy classes beside each other', () => {
    const statement = readStatement(
      '一般公共预算基本支出表',
      '单位：万元',
      `
人员经费|<|<|公用经费|<|<|<|<|<
科目编码|科目名称|金额|科目编码|科目名称|金额|科目编码|科目名称|金额
301|工资福利支出|90.00|302|商品和服务支出|10.00|310|资本性支出|
30101|基本工资|50.00|30201|办公费|10.00|31001|房屋建筑物购建|
人员经费合计|<|90.00|公用经费合计|<|<|<|<|10.00`,
    );
    expect(statement.kind).toBe('basic-economy');
    expect(linesOf(statement)).toEqual([
      '301 工资福利支出 L1 0:90.00',
      '+1 302 商品和服务支出 L1 1:10.00',
      '+2 310 资本性支出 L1',
      '30101 基本工资 L2 0:50.00',
      '+1 30201 办公费 L2 1:10.00',
      '+2 31001 房屋建筑物购建 L2',
      '人员经费合计 L1 total 0:90.00',
      '+2 公用经费合计 L1 total 2:10.00',
    ]);
  });

  it('keep codes before names in one cell, and further classes as columns', () => {
    const statement = readStatement(
      '支出总表',
      '单位：万元',
      `
支出功能分类科目|部门支出经济分类科目|合计|基本支出|项目支出
2012601-行政运行|30101-基本工资|4.00|4.00|
[2012604]档案馆|30201-办公费|6.00||6.00`,
    );
    expect(linesOf(statement)).toEqual([
      '2012601 行政运行 L3 0:30101-基本工资 1:4.00 2:4.00',
      '2012604 档案馆 L3 0:30201-办公费 1:6.00 3:6.00',
    ]);
  });

  it('take their unit from their own labels, and each table its own', () => {
    const statement = readStatement(
      '部门收支总表',
      `
收入|<|支出|<
项目|金额（元）|项目|金额（元）
一、财政拨款收入|100000.00|一、一般公共服务支出|100000.00`,
    );
    expect(statement.lines[0]?.figures[0]?.money).toMatchObject({
      fen: 10_000_000,
      unit: '元',
      unitFrom: 'label',
    });
  });
});
