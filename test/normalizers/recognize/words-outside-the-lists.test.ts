import { describe, expect, it } from 'vitest';
import { budgetOf, fieldOf, labelText, rolesOf } from '../../../normalizers/recognize/words/vocabulary.js';
import { type Reading, read } from './draw-table.js';

const projectsOf = ({ disclosure }: Reading): string[] =>
  disclosure.projects.map(({ name, money, agency, annualGoal }) =>
    [name, money?.figure ?? '—', agency ?? '—', annualGoal ?? '—'].join(' '),
  );
const unclaimed = ({ claims }: Reading): number =>
  claims.filter((claim) => claim.status === 'unclaimed').length;
const indicatorsOf = ({ disclosure }: Reading): string[] =>
  disclosure.indicators.map(({ level1, level2, name, target }) =>
    [level1 ?? '—', level2 ?? '—', name, target ?? '—'].join(' '),
  );

describe('labels composed of known words', () => {
  it.each([
    ['市级主管部门', 'department.name'],
    ['县级业务主管部门', 'department.name'],
    ['地方主管部门', 'department.name'],
    ['中央主管部门', 'department.superior'],
    ['省级财政部门', 'department.finance'],
    ['财政供养人员数', 'department.size'],
    ['下属二级单位数', 'department.size'],
    ['申请单位', 'agency.name'],
    ['转移支付名称', 'project.name'],
    ['专项补助资金名称', 'project.name'],
    ['政策项目名称', 'project.name'],
    ['项目绩效总目标', 'goal.period'],
    ['区域绩效目标', 'goal.annual'],
    ['全年绩效目标', 'goal.annual'],
    ['全年目标实际完成情况', 'goal.actual'],
  ])('%s is %s', (label, field) => expect(fieldOf(label)?.field).toBe(field));

  it.each([
    ['1—6月执行情况', 'indicator.actual'],
    ['1-7月完成情况', 'indicator.actual'],
    ['上半年实际完成值', 'indicator.actual'],
    ['一至六月完成值', 'indicator.actual'],
    ['截至8月底完成情况', 'indicator.actual'],
    ['1—7月执行数', 'execution.spent'],
    ['上半年支出数', 'execution.spent'],
    ['1—7月执行率', 'execution.rate'],
    ['全年预计执行数', 'execution.expected'],
    ['全年预计完成情况', 'indicator.expected'],
    ['完成目标可能性', 'indicator.expected'],
    ['未完成原因及改进措施', 'indicator.deviation'],
    ['指标偏差原因分析', 'indicator.deviation'],
    ['扣分原因', 'indicator.deviation'],
    ['未达标原因和整改措施', 'indicator.deviation'],
    ['拟采取的改进措施', 'indicator.deviation'],
  ])('above a column %s is %s', (label, role) => expect(rolesOf(labelText(label).core)[0]).toBe(role));

  it.each(['完成时间', '1—6月', '保障措施', '调整原因', '完成6月工作', '措施落实率', '预计接待量'])(
    'above a column %s says nothing',
    (label) => expect(rolesOf(labelText(label).core)).toEqual([]),
  );

  it.each([
    '投入金额',
    '年度预算资金',
    '年初部门预算安排金额',
    '本年度项目资金安排',
    '专项资金规模',
    '年度拨付金额',
  ])('%s is a total', (label) => expect(budgetOf(label)).toMatchObject({ axis: 'total', weak: false }));

  it.each([
    '资金管理办法',
    '中央补助资金',
    '项目投入',
    '支出进度',
    '资金用途',
    '财政拨款收入',
    '预算执行情况',
  ])('%s is none', (label) => expect(budgetOf(label)?.axis).not.toBe('total'));

  it.each([
    ['计量。单位', '计量单位'],
    ['指标，值', '指标值'],
    ['项目·名称', '项目名称'],
    ['一级“指标', '一级指标'],
    ['年度资金总额…', '年度资金总额'],
    ['小计③=①+②', '小计'],
    ['支出实现率(%)⑤=④/③', '支出实现率'],
  ])('a stray mark or a formula in %s leaves %s', (printed, core) =>
    expect(labelText(printed).core).toBe(core),
  );

  it('a label of the key/value part is one of a column too', () => {
    expect(rolesOf('项目总体绩效目标')).toEqual(['goal.annual']);
    expect(rolesOf('申报单位')).toEqual(['agency.name']);
    expect(rolesOf('政策依据测算依据')).toContain('project.basis');
  });
});

describe('a list with a column in other words', () => {
  it.each([
    ['单位名称|项目名称|金额|项目总体绩效目标', 0],
    ['用款单位|项目名称|预算安排数|支出绩效目标', 0],
    ['单位名称|项目名称|金额|绩效总体目标', 0],
    ['申请单位|专项资金名称|年度预算资金|项目年度总目标', 0],
  ])('%s', (header, left) => {
    const reading = read(
      '2026年项目支出绩效表',
      '单位：万元',
      `${header}\n**|**|**|**\n合计||45.5|\n某县图书馆|图书采购|32|购书两万册\n某县文化馆|群众文化|13.5|办活动六十场`,
    );
    expect(projectsOf(reading)).toEqual([
      '图书采购 32 某县图书馆 购书两万册',
      '群众文化 13.5 某县文化馆 办活动六十场',
    ]);
    expect(unclaimed(reading)).toBe(left);
  });

  it('keeps what a column without any known word holds as unclaimed, not as a loss of the list', () => {
    const reading = read(
      '2026年项目支出绩效表',
      '单位：万元',
      '单位名称|项目名称|金额|预期成效\n某县图书馆|图书采购|32|购书两万册\n某县文化馆|群众文化|13.5|办活动六十场',
    );
    expect(projectsOf(reading)).toEqual(['图书采购 32 某县图书馆 —', '群众文化 13.5 某县文化馆 —']);
    expect(unclaimed(reading)).toBe(2);
  });

  it('rows of units are subtotals', () => {
    const reading = read(
      '2026年项目支出绩效表',
      '单位：万元',
      `单位名称|项目名称|金额|项目总体绩效目标
合计||45.5|
某县图书馆||32|
|图书采购|32|购书两万册
某县文化馆||13.5|
|群众文化|13.5|办活动六十场`,
    );
    expect(projectsOf(reading)).toEqual([
      '图书采购 32 某县图书馆 购书两万册',
      '群众文化 13.5 某县文化馆 办活动六十场',
    ]);
  });

  it('of two goals the one that names no year is that of the period', () => {
    const { disclosure } = read(
      '2026年项目支出绩效目标表',
      '单位：万元',
      '项目名称|金额|项目总体绩效目标|年度绩效目标\n图书采购|32|三年六万册|购书两万册',
    );
    expect(disclosure.projects).toMatchObject([{ annualGoal: '购书两万册', periodGoal: '三年六万册' }]);
  });

  it('金额 beside 项目名称 names no project', () => {
    const { disclosure } = read('2026年项目绩效表', '项目名称|金额|内容\n年度目标|<|完成购置');
    expect(disclosure.projects.map(({ name }) => name)).not.toContain('金额');
  });
});

describe('the amount of a project', () => {
  const form = (rows: string): Reading =>
    read('转移支付区域绩效目标表', `专项名称|水利发展资金|<\n${rows}\n总体目标|整修渠道|<`);

  it.each(['投入金额：', '资金投入总额', '年度金额：', '本年度安排资金', '预算资金规模'])('%s', (label) => {
    const reading = form(`资金情况（万元）|${label}|30\n^|其中：中央补助|21.38\n^|地方资金|8.62`);
    expect(projectsOf(reading)).toEqual(['水利发展资金 30 — 整修渠道']);
    expect(unclaimed(reading)).toBe(0);
  });

  it('is unknown where only parts are printed', () => {
    const reading = form('资金情况（万元）|其中：中央补助|21.38\n^|地方资金|8.62');
    expect(reading.disclosure.projects).toMatchObject([{ money: null }]);
    expect(reading.disclosure.budgets).toHaveLength(2);
  });
});

describe('headings over figures', () => {
  const reading = (unit: string) =>
    read(
      '部门整体绩效自评表',
      `部门（单位）名称|<|某县政府办公室|<|<|<|<
资金安排和使用情况${unit}||预算安排|<|<|拨付情况|<
^|^|年初部门预算安排金额①|年中调整金额②|小计③=①+②|年度拨付金额④|支出实现率(%)⑤=④/③
^|合计|920.5|79.5|1000|880|88
一级指标|二级指标|三级指标|年度指标值|实际完成值|指标分值|自评得分
产出指标|数量指标|印发公报|6期|6|40|40`,
    );

  it('are no amounts; the row under them is', () => {
    expect(
      reading('').disclosure.budgets.map(({ category, money }) => `${category} ${money.printed}`),
    ).toEqual(['年初部门预算安排金额 920.5', '预算安排 1000', '年度拨付金额 880']);
    expect(unclaimed(reading(''))).toBe(0);
  });

  it.each(['预算安排|拨付情况|<', '资金总额|资金来源说明|<', '年度预算金额|支付进度概览|<'])('%s', (row) => {
    const { disclosure } = read(
      '部门整体支出绩效目标表',
      `部门名称|某县水利局|<\n${row}\n年度目标|整修渠道|<`,
    );
    expect(disclosure.budgets).toEqual([]);
  });
});

describe('a column whose label leaves open what it holds', () => {
  const table = (header: string, rows: string) =>
    read(
      '2024年度项目支出绩效自评表',
      `项目名称|渠道整修${'|<'.repeat(header.split('|').length - 2)}\n${header}\n${rows}`,
    );

  it.each([
    [
      '指标类型|指标名称|指标性质|指标值|计量单位',
      '产出类指标|清淤长度|≥|42|公里\n满意度类指标|农户满意度|≥|90|%',
    ],
    [
      '指标性质|指标名称|指标类型|指标值|计量单位',
      '产出指标|清淤长度|大于等于|42|公里\n满意度指标|农户满意度|≥|90|%',
    ],
    ['指标类别|指标名称|性质|指标值|计量单位', '产出|清淤长度|≥|42|公里\n满意度|农户满意度|≥|90|%'],
  ])('%s', (header, rows) => {
    expect(indicatorsOf(table(header, rows))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^产出指标 — 清淤长度 (≥|大于等于)42公里$/),
        expect.stringContaining('农户满意度 ≥90%'),
      ]),
    );
  });

  it('指标类型 holds the 二级指标 beside a 一级指标', () => {
    const reading = table(
      '一级指标|指标类型|指标名称|指标值',
      '产出指标|数量指标|清淤长度|42公里\n^|质量指标|合格率|95%',
    );
    expect(indicatorsOf(reading)).toEqual([
      '产出指标 数量指标 清淤长度 42公里',
      '产出指标 质量指标 合格率 95%',
    ]);
  });

  it('定量 and 约束性 are neither level nor operator', () => {
    const reading = table(
      '一级指标|指标名称|指标类型|指标性质|指标值',
      '产出指标|清淤长度|定量|约束性|≥42公里\n^|质量|定性|预期性|优',
    );
    expect(indicatorsOf(reading).map((line) => line.split(' ').at(-1))).toEqual(['≥42公里', '优']);
  });
});
