import { describe, expect, it } from 'vitest';
import { drawFlattened, read } from './draw-table.js';

const INDICATORS = '一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|培训场次|≥3场';

/** The form around these rows of labels and values. */
const form = (rows: string) => read('项目支出绩效目标表', `${rows}\n${INDICATORS}`);

const budgetsOf = ({ disclosure }: ReturnType<typeof read>): string[] =>
  disclosure.budgets.map(
    ({ axis, category, horizon, scope, money }) =>
      `${axis} ${category} ${horizon} ${scope} ${money.figure ?? money.state}`,
  );

describe('labels and values', () => {
  it('reads a value right of its label', () => {
    const { disclosure } = form('项目名称|校舍修缮|主管部门|某县教育局\n项目期|2024年|项目属性|延续项目');
    expect(disclosure.projects[0]).toMatchObject({
      name: '校舍修缮',
      department: '某县教育局',
      period: '2024年',
      attribute: '延续项目',
    });
  });

  it('reads a goal below its label', () => {
    const { disclosure } = form(
      '项目名称|校舍修缮|<|<\n实施期目标|<|年度目标|<\n三年修缮十所。|<|当年修缮三所。|<',
    );
    expect(disclosure.projects[0]).toMatchObject({
      periodGoal: '三年修缮十所。',
      annualGoal: '当年修缮三所。',
    });
  });

  it('reads a goal beside a group label that runs down', () => {
    const { disclosure } = form('项目名称|校舍修缮|<|<\n总体目标|年度目标|<|<\n^|当年修缮三所。|<|<');
    expect(disclosure.projects[0]?.annualGoal).toBe('当年修缮三所。');
  });

  it('takes no label for a value', () => {
    const { disclosure } = form('项目名称|校舍修缮|<|<\n实施单位|项目属性|新增项目|<');
    expect(disclosure.projects[0]).toMatchObject({ agency: null, attribute: '新增项目' });
  });

  it('splits the department from its code and keeps the agency', () => {
    const { disclosure } = form(
      '项目名称|校舍修缮|<|<\n主管部门及代码|[022]某县教育局|实施单位|某县第一中学',
    );
    expect(disclosure).toMatchObject({ department: '某县教育局', departmentCode: '022' });
    expect(disclosure.projects[0]?.agency).toBe('某县第一中学');
  });

  it('sets signatures aside, values and all', () => {
    const { claims } = form('项目名称|校舍修缮|<|<\n填表人|某某|联系电话|0000-0000000');
    expect(claims.filter((claim) => claim.reason === 'signature')).toHaveLength(4);
  });

  it('reads no indicator from contacts in four cells below the indicators', () => {
    const { disclosure } = form(
      '项目名称|校舍修缮|<|<\n一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|修缮校舍|≥3栋\n单位负责人|某某|填报日期|2025年1月3日',
    );
    expect(disclosure.indicators.map(({ name }) => name)).not.toContain('填报日期');
  });

  it('has nothing unclaimed', () => {
    const { claims } = form('项目名称|校舍修缮|主管部门|某县教育局\n项目资金（万元）|年度资金总额：|<|30');
    expect(claims.filter((claim) => claim.status === 'unclaimed')).toEqual([]);
  });
});

describe('amounts', () => {
  it('reads amounts by axis from their labels', () => {
    const reading = form(
      '项目名称|校舍修缮|<|<\n项目资金（万元）|年度资金总额|<|30\n^|其中：财政拨款|<|25\n^|其他资金|<|5',
    );
    expect(budgetsOf(reading)).toEqual([
      'total 年度资金总额 annual own 30',
      'funding 财政拨款 annual own 25',
      'funding 其他资金 annual own 5',
    ]);
    expect(reading.disclosure.projects[0]?.money).toMatchObject({ fen: 30_000_000 / 1, unit: '万元' });
  });

  it('gives 其他资金 the axis of the figures it stands among', () => {
    const reading = form(
      '部门名称|某县教育局|<|<\n年度预算申请（万元）|资金总额：90|<|<\n^|按收入性质分|按支出性质分|<\n^|一般公共预算拨款：80|基本支出|60\n^|其他资金：10|项目支出|30',
    );
    expect(budgetsOf(reading)).toEqual([
      'total 资金总额 annual own 90',
      'revenue 一般公共预算拨款 annual own 80',
      'expenditure 基本支出 annual own 60',
      'revenue 其他资金 annual own 10',
      'expenditure 项目支出 annual own 30',
    ]);
  });

  it('reads two fund columns side by side, by horizon', () => {
    const reading = form(
      '项目名称|校舍修缮|<|<\n中期资金总额|90|年度资金总额|30\n其中：财政拨款|80|其中：财政拨款|25\n其他资金|10|其他资金|5',
    );
    expect(budgetsOf(reading)).toEqual([
      'total 中期资金总额 period own 90',
      'total 年度资金总额 annual own 30',
      'funding 财政拨款 period own 80',
      'funding 财政拨款 annual own 25',
      'funding 其他资金 period own 10',
      'funding 其他资金 annual own 5',
    ]);
  });

  it('reads two fund columns side by side, by scope, also where a bracket is cut off', () => {
    const reading = form(
      '项目名称|校舍修缮|<|<\n年度资金总额(含本级和市|90|年度资金总额(含本级)|30\n其中:财政拨款|80|其中:财政拨款|25',
    );
    expect(budgetsOf(reading)).toEqual([
      'total 年度资金总额 annual all-levels 90',
      'total 年度资金总额 annual own 30',
      'funding 财政拨款 annual all-levels 80',
      'funding 财政拨款 annual own 25',
    ]);
  });

  it('keeps blank, 0, dash, 无 and secret apart', () => {
    const reading = form(
      '项目名称|校舍修缮|<|<\n年度资金总额（万元）|涉密|上年结转|无\n其中：财政拨款|-|自有资金|0\n其他资金||<|<',
    );
    expect(reading.disclosure.budgets.map(({ category, money }) => `${category} ${money.state}`)).toEqual([
      '年度资金总额 secret',
      '上年结转 none',
      '财政拨款 dash',
      '自有资金 amount',
      '其他资金 blank',
    ]);
  });

  it('reads label and figure in one cell, and a unit printed in the cell', () => {
    const reading = form('项目名称|校舍修缮|<|<\n项目资金 (万元)|年度资金总额(含本级) 5万|<|<');
    expect(reading.disclosure.projects[0]?.money).toMatchObject({ fen: 5_000_000, unitFrom: 'cell' });
  });

  it('takes no unit for granted', () => {
    const reading = form('项目名称|校舍修缮|<|<\n年度资金总额|30|<|<');
    expect(reading.disclosure.projects[0]?.money).toMatchObject({
      state: 'unresolved',
      fen: null,
      figure: '30',
    });
  });

  it('finds the group of an amount where merges are lost: 名称 and 金额 of the 所属专项', () => {
    const grid = drawFlattened(
      `2024年专项资金支出方向绩效目标表\n填报单位：（盖章）|金额单位：万元\n支出方向（子项）|甲项目|所属专项|名称|乙专项\n项目金额|3||金额|3\n${INDICATORS}`,
    );
    const { disclosure, forms } = read(grid);
    expect(disclosure.projects[0]).toMatchObject({ parent: '乙专项', direction: '甲项目', name: '乙专项' });
    expect(forms[0]?.parentAmount?.money.fen).toBe(3_000_000);
  });
});
