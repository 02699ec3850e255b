import { describe, expect, it } from 'vitest';
import { type Reading, read } from './draw-table.js';

const indicatorsOf = ({ disclosure }: Reading): string[] =>
  disclosure.indicators.map(({ horizon, name, target }) => `${horizon} ${name} ${target ?? '—'}`);
const unclaimed = ({ claims }: Reading): number =>
  claims.filter((claim) => claim.status === 'unclaimed').length;

describe('forms with a turn of their own', () => {
  it('a list with the department and the agency in columns of their own', () => {
    const reading = read(
      '项目支出绩效目标表',
      '单位：万元',
      `项目名称|主管部门|实施单位|项目金额|年度绩效目标|一级指标|三级指标|指标值
校舍修缮|某县教育局|某县一中|30|完成修缮|产出指标|修缮|3所
^|^|^|^|^|效益指标|受益|1200人`,
    );
    expect(indicatorsOf(reading)).toEqual(['annual 修缮 3所', 'annual 受益 1200人']);
    expect(reading.disclosure).toMatchObject({
      department: '某县教育局',
      projects: [{ agency: '某县一中' }],
    });
    expect(unclaimed(reading)).toBe(0);
  });

  it('一级项目 above 二级项目: the 二级项目 is the project', () => {
    const { disclosure } = read(
      '2023年项目支出绩效目标表',
      `一级项目名称|文化旅游发展|二级项目名称|步道维护
年度目标|完成维护|<|<
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|维护长度|12公里`,
    );
    expect(disclosure.projects.map(({ name, parent }) => [name, parent])).toEqual([
      ['步道维护', '文化旅游发展'],
    ]);
  });

  it('a group of amounts whose own label begins with 年度', () => {
    const { disclosure } = read(
      '2024年部门整体支出绩效目标表',
      `部门名称|某县水利局|<|<
年度预算安排（万元）|资金总额|1560|<
^|项目支出|1200|<
^|基本支出|360|<
一级指标|二级指标|三级指标|目标值
产出指标|数量指标|除险加固|3座`,
    );
    expect(
      disclosure.budgets.map(({ category, horizon, money }) => `${category} ${horizon} ${money.figure}`),
    ).toEqual(['资金总额 annual 1560', '项目支出 annual 1200', '基本支出 annual 360']);
  });

  it('execution lines under labels of the place', () => {
    const { disclosure } = read(
      '2020年度项目支出绩效自评表',
      `项目名称|城区照明|<|<|<
项目资金（万元）||预算数（A）|执行数（B）|执行率（B/A）
^|县本级统筹资金|100|98|98%
年度目标|亮灯|<|<|<`,
    );
    expect(
      disclosure.execution.map(({ budget, spent, rate }) => [budget?.figure, spent?.figure, rate]),
    ).toEqual([['100', '98', '98']]);
  });

  it('figures nobody asked for stay unclaimed: no rule swallows them', () => {
    const reading = read(
      '2022年项目支出绩效目标表',
      `项目名称|平台运维|<|<
年度绩效目标|稳定运行|<|<
未知栏目|38|39|40
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|巡查|50次`,
    );
    expect(unclaimed(reading)).toBe(4);
  });

  it('rows that hold an agency and nothing else, above its projects', () => {
    const reading = read(
      '2024年部门预算项目支出绩效目标表',
      '单位：万元',
      `单位名称|项目名称|金额|绩效目标|三级指标|指标值
浏阳市教育局|||||
|校舍修缮|30|修缮|修缮|3所
浏阳市第一中学|||||
|食堂运行|15|供餐|供餐人次|≥20万人次`,
    );
    expect(reading.disclosure.projects.map(({ name, agency }) => [name, agency])).toEqual([
      ['校舍修缮', '浏阳市教育局'],
      ['食堂运行', '浏阳市第一中学'],
    ]);
    expect(reading.disclosure.department).toBe('浏阳市教育局');
    expect(unclaimed(reading)).toBe(0);
  });

  it('amounts under the total: 一、二、三 and 其他', () => {
    const { disclosure } = read(
      '2024年项目支出绩效目标申报表',
      `项目名称|绿化养护|<
项目资金申请（万元）|资金总额|150
^|一、预算资金|120
^|二、自有资金|30
^|三、其他|0
年度目标|养护|<
一级指标|三级指标|指标值
产出指标|养护面积|30万平方米`,
    );
    expect(
      disclosure.budgets.map(({ axis, category, money }) => `${axis} ${category} ${money.figure}`),
    ).toEqual(['total 资金总额 150', 'funding 预算资金 120', 'funding 自有资金 30', 'funding 其他 0']);
  });

  it('a period printed as beginning, 至 and end', () => {
    const reading = read(
      '2024年项目支出绩效目标表',
      `项目名称|甲项目|<|<
项目起止时间|2024年1月1日|至|2024年12月31日
年度目标|完成|<|<
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|培训|≥3场`,
    );
    expect(reading.disclosure.projects[0]?.period).toMatch(/2024年1月1日.*2024年12月31日/);
    expect(unclaimed(reading)).toBe(0);
  });
});
