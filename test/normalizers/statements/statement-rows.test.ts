import { describe, expect, it } from 'vitest';
import { linesOf, readPack, readStatement } from './draw-statements.js';

const HEADER = '科目编码|科目名称|合计|基本支出|项目支出';

describe('rows of statements', () => {
  it('are joined over pages, with the header printed again and without', () => {
    const statement = readStatement(
      '支出总表',
      '单位：万元',
      `${HEADER}\n201|一般公共服务支出|10.00|4.00|6.00\n20126|档案事务|10.00|4.00|6.00`,
      `${HEADER}\n2012601|行政运行|4.00|4.00|`,
      `2012604|档案馆|6.00||6.00\n合计||10.00|4.00|6.00`,
    );
    expect(statement.blocks).toEqual([2, 3, 4]);
    expect(linesOf(statement)).toEqual([
      '201 一般公共服务支出 L1 0:10.00 1:4.00 2:6.00',
      '20126 档案事务 L2 0:10.00 1:4.00 2:6.00',
      '2012601 行政运行 L3 0:4.00 1:4.00',
      '2012604 档案馆 L3 0:6.00 2:6.00',
      '合计 L1 total 0:10.00 1:4.00 2:6.00',
    ]);
  });

  it('skip a header printed again inside the table', () => {
    const statement = readStatement(
      '支出总表',
      '单位：万元',
      `${HEADER}\n201|一般公共服务支出|10.00|4.00|6.00\n${HEADER}\n205|教育支出|1.00|1.00|`,
    );
    expect(linesOf(statement).map((line) => line.slice(0, 3))).toEqual(['201', '205']);
  });

  it('are parts behind 其中 as long as its numbering goes on', () => {
    const statement = readStatement(
      '2024年“三公”经费预算表',
      '单位：万元',
      `
项目|预算数
合计|5.00
1、因公出国（境）费用|0
2、公务接待费|2.00
3、公务用车购置及运行费|3.00
其中：（1）公务用车购置费|0
（2）公务用车运行费|3.00`,
    );
    expect(linesOf(statement)).toEqual([
      '合计 L1 total 0:5.00',
      '1、因公出国（境）费用 L1 0:0',
      '2、公务接待费 L1 0:2.00',
      '3、公务用车购置及运行费 L1 0:3.00',
      '其中：（1）公务用车购置费 L2 part 0:0',
      '（2）公务用车运行费 L2 part 0:3.00',
    ]);
  });

  it('that are not numbered behind 其中 are parts beside numbered ones', () => {
    const statement = readStatement(
      '部门收支总体情况表',
      '单位：元',
      `
收 入|<|支 出|<
项 目|2024年预算|项 目|2024年预算
一、财政拨款|120,000.00|一、基本支出|90,000.00
二、财政专户拨款||其中：工资福利支出|70,000.00
三、其他资金||商品和服务支出|20,000.00
||二、项目支出|30,000.00
六、用事业基金弥补收支差额||六、结转下年|`,
    );
    const roles = statement.lines.filter(({ half }) => half === 1).map(({ role }) => role);
    expect(roles).toEqual(['item', 'part', 'part', 'item', 'carried']);
    expect(statement.lines.at(-2)?.role).toBe('carried');
  });

  it.each([
    ['no rows', ''],
    ['blank rows', '||||\n||||'],
    ['a total of nothing', '|合计|||'],
    ['zeros', '|合计|0.00|0.00|0.00'],
    ['dashes', '合计|<|-|-|-'],
    ['a sentence over the whole width', '本部门无政府性基金预算支出，此表为空|<|<|<|<'],
  ])('make a blank statement: %s', (_, rows) => {
    const statement = readStatement('政府性基金预算支出表', '单位：万元', `${HEADER}\n${rows}`);
    expect(statement).toMatchObject({ kind: 'government-fund', blank: true, partial: false });
    expect(statement.columns.map(({ kind }) => kind)).toEqual(['total', 'basic', 'project']);
  });

  it('keep blank, 0, dash and negative apart', () => {
    const { lines } = readStatement(
      '支出总表',
      '单位：万元',
      `${HEADER}\n201|一般公共服务支出|-1,234.50||—\n205|教育支出|0.00|无|(3.00)`,
    );
    expect(lines.map(({ figures }) => figures.map(({ money }) => money?.fen ?? money?.state))).toEqual([
      [-1_234_500_000, 'dash'],
      [0, 'none', -3_000_000],
    ]);
  });

  it.each([
    [
      'amounts without a name',
      `201|一般公共服务支出|10.00|4.00|6.00\n||3.00|1.00|2.00`,
      'statement-row-unread',
    ],
    ['a text for an amount', '201|一般公共服务支出|10.00|见附件|6.00', 'statement-row-unread'],
  ])('%s make it partial', (_, rows, code) => {
    const { statements, diagnostics } = readPack('支出总表', '单位：万元', `${HEADER}\n${rows}`);
    expect(statements).toMatchObject([{ partial: true }]);
    expect(diagnostics).toMatchObject([{ code }]);
  });

  it('under no label make it partial', () => {
    const { statements, diagnostics } = readPack(
      '支出总表',
      '单位：万元',
      '科目编码|科目名称|合计||项目支出\n201|一般公共服务支出|10.00|4.00|6.00',
    );
    expect(statements).toMatchObject([{ partial: true }]);
    expect(diagnostics).toMatchObject([{ code: 'statement-header-unread', place: 't1 r2 c4' }]);
  });

  it('hold codes, kinds and pieces beside amounts', () => {
    const statement = readStatement(
      '政府采购预算表',
      '金额单位：元',
      `
单位名称|项目名称|采购品目|计量单位|采购数量|资金来源|<|<
^|^|^|^|^|总计|一般公共预算|其他资金
合计|||||20000.00|20000.00|
青禾县档案馆|档案架采购|A05010601 架类|个|20|20000.00|20000.00|`,
    );
    expect(statement.columns.map(({ kind }) => kind)).toEqual([
      'other',
      'other',
      'other',
      'other',
      'total',
      'general-public',
      'other-funds',
    ]);
    expect(linesOf(statement)).toEqual([
      '合计 L1 total 4:20000.00 5:20000.00',
      '档案架采购 0:青禾县档案馆 1:A05010601 架类 2:个 3:20 4:20000.00 5:20000.00',
    ]);
  });
});

describe('statements of a document', () => {
  const pack = (department: string) => [
    '收支总表',
    `单位名称：${department} 单位：万元`,
    '收入|<|支出|<\n项目|预算数|项目|预算数\n一、财政拨款收入|10.00|一、一般公共服务支出|10.00',
  ];

  it('belong to their departments where it holds several', () => {
    const { disclosures } = readPack(...pack('青禾县档案馆'), ...pack('青禾县卫生健康局'));
    expect(disclosures.map(({ department, statements }) => [department, statements.length])).toEqual([
      ['青禾县档案馆', 1],
      ['青禾县卫生健康局', 1],
    ]);
  });

  it('belong to the disclosure the forms made, and are counted from 1', () => {
    const { disclosures } = readPack(
      ...pack('青禾县档案馆'),
      '支出总表',
      '单位：万元',
      `${HEADER}\n201|一般公共服务支出|10.00|4.00|6.00`,
      '项目支出绩效目标申报表',
      `
项目名称|档案数字化|<|<
主管部门|青禾县档案馆|实施单位|青禾县档案馆
项目资金（万元）|年度资金总额：|20|<
绩效指标|一级指标|三级指标|指标值
产出指标|数量指标|数字化卷数|≥2000卷`,
    );
    expect(disclosures).toHaveLength(1);
    expect(disclosures[0]?.statements.map(({ id }) => id)).toEqual([1, 2]);
  });
});
