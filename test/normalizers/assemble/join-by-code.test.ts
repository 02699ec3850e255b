import { describe, expect, it } from 'vitest';
import { type Reading, read } from '../recognize/draw-table.js';

const indicatorsOf = ({ disclosure }: Reading) =>
  disclosure.indicators.map(({ project, name, target }) => {
    const of = disclosure.projects.find(({ id }) => id === project);
    return `${of?.name ?? '部门'}[${of?.code ?? ''}] ${name} ${target}`;
  });
const unclaimed = ({ claims }: Reading) => claims.filter(({ status }) => status === 'unclaimed').length;

const PROJECTS = `项目编码|项目名称|本年金额（万元）|年度目标
11000022T000000000101|安全巡查|38|做好巡查。
11000022T000000000102|干部培训|12|办好培训。`;

const INDICATORS = `项目编码|一级指标|二级指标|三级指标|指标值
11000022T000000000101|产出指标|数量指标|巡查次数|24次
|产出指标|质量指标|整改率|95%
11000022T000000000102|产出指标|数量指标|培训班次|6班次`;

describe('indicators in a table of their own', () => {
  const expected = [
    '安全巡查[11000022T000000000101] 巡查次数 24次',
    '安全巡查[11000022T000000000101] 整改率 95%',
    '干部培训[11000022T000000000102] 培训班次 6班次',
  ];

  it('belong to the projects of the same code', () => {
    const reading = read('项目支出绩效目标表', PROJECTS, INDICATORS);
    expect(indicatorsOf(reading)).toEqual(expected);
    expect(unclaimed(reading)).toBe(0);
    expect(reading.forms.every(({ state }) => state === 'filled')).toBe(true);
  });

  it('under a title of their own, before the projects', () => {
    const reading = read('项目绩效指标表', INDICATORS, '项目支出绩效目标表', PROJECTS);
    expect(indicatorsOf(reading)).toEqual(expected);
    expect(reading.forms.every(({ state }) => state === 'filled')).toBe(true);
  });

  it('make a project without a name where no other table has the code', () => {
    const reading = read('项目绩效指标表', INDICATORS);
    expect(indicatorsOf(reading)[0]).toBe('[11000022T000000000101] 巡查次数 24次');
    expect(reading.disclosure.projects).toHaveLength(2);
  });
});
