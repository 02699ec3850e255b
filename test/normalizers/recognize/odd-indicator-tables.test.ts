import { describe, expect, it } from 'vitest';
import { type Reading, read } from './draw-table.js';

const indicatorsOf = ({ disclosure }: Reading): string[] =>
  disclosure.indicators.map(({ horizon, name, target }) => `${horizon} ${name} ${target ?? '—'}`);

describe('indicator tables with a turn of their own', () => {
  it('two indicator tables of the same columns under each other, one for each horizon', () => {
    const reading = read(
      '2021年项目绩效目标表',
      `项目名称|道路硬化|<|<|<
长期绩效指标|一级指标|二级指标|指标内容|指标值
^|产出指标|数量指标|硬化公路|10公里
年度绩效指标|一级指标|二级指标|指标内容|指标值
^|产出指标|数量指标|硬化公路|2公里`,
    );
    expect(indicatorsOf(reading)).toEqual(['period 硬化公路 10公里', 'annual 硬化公路 2公里']);
  });

  it('two columns that say how a target is meant', () => {
    const reading = read(
      '2024年度项目支出绩效自评表',
      `项目名称|矿山修复|<|<|<|<|<|<
一级指标|二级指标|三级指标|指标性质|指标方向|年度指标值|实际完成值|计量单位
产出指标|数量指标|修复面积|正向|大于等于|120|125|亩`,
    );
    expect(reading.disclosure.indicators).toHaveLength(1);
    expect(reading.disclosure.indicators[0]?.parsed).toMatchObject({ operator: '>=', quantity: '120' });
  });

  it('a first column that repeats the group in every row', () => {
    const reading = read(
      '项目支出绩效目标表',
      `项目名称|甲项目|<|<|<
年度目标|完成|<|<|<
绩效指标|一级指标|二级指标|三级指标|指标值
绩效指标|产出指标|数量指标|培训|≥3场
绩效指标|产出指标|质量指标|合格率|100%`,
    );
    expect(indicatorsOf(reading)).toEqual(['annual 培训 ≥3场', 'annual 合格率 100%']);
    expect(reading.forms[0]).toMatchObject({ state: 'filled', certainty: { rowsThatFit: 1 } });
  });

  it('a column more in the rows than in the header', () => {
    const reading = read(
      '项目支出绩效目标表',
      `项目名称|甲项目|<|<|<
年度目标|完成|<|<|<
一级指标|二级指标|三级指标|指标值|
绩效指标|产出指标|数量指标|培训|≥3场
绩效指标|产出指标|质量指标|合格率|100%`,
    );
    expect(indicatorsOf(reading)).toEqual(['annual 培训 ≥3场', 'annual 合格率 100%']);
    expect(reading.disclosure.indicators.map(({ level1, level2 }) => `${level1} ${level2}`)).toEqual([
      '产出指标 数量指标',
      '产出指标 质量指标',
    ]);
  });

  it('level labels that a page break cut in two', () => {
    const { disclosure } = read(
      '项目支出绩效目标表',
      `项目名称|甲项目|<|<
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|培训|≥3场
满意度指|服务对象满|满意度|≥90%
标|意度指标||`,
    );
    expect(disclosure.indicators.map(({ level1, level2 }) => `${level1} ${level2}`)).toEqual([
      '产出指标 数量指标',
      '满意度指标 服务对象满意度指标',
    ]);
  });

  it('绩效标准 that holds an explanation', () => {
    const { disclosure } = read(
      '2022年项目支出绩效目标表',
      `项目名称|平台运维|<|<
一级指标|三级指标|绩效标准|指标值
产出指标|巡查次数|按考核办法全年巡查不少于50次|≥50次
产出指标|系统可用率|行业标准|≥99%`,
    );
    expect(disclosure.indicators.map(({ standard, description }) => [standard, description])).toEqual([
      [null, '按考核办法全年巡查不少于50次'],
      ['行业标准', null],
    ]);
  });
});
