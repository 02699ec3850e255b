import { describe, expect, it } from 'vitest';
import { type Reading, read } from './draw-table.js';

const projectsOf = ({ disclosure }: Reading) =>
  disclosure.projects.map(({ name, agency, money }) => `${name} ${agency} ${money?.figure}`);
const indicatorsOf = ({ disclosure }: Reading) =>
  disclosure.indicators.map(
    ({ project, name, target, horizon }) =>
      `${disclosure.projects[(project ?? 0) - 1]?.name}/${name}/${horizon}/${target}`,
  );
const unclaimed = ({ claims }: Reading) => claims.filter(({ status }) => status === 'unclaimed').length;

describe('a list of projects', () => {
  const HEADER = '支出项目类别（资金使用单位）|总计|财政拨款|绩效目标';

  it('goes on under its header printed again, and keeps its department and agency', () => {
    const reading = read(
      '部门预算项目支出绩效目标表',
      '部门名称：青禾市卫生局　单位：万元',
      `${HEADER}
青禾市卫生局|80|80|
信息运维|50|50|保障运行。
${HEADER}
课题研究|30|30|完成课题。
青禾市第一医院|46|46|
${HEADER}
医师培训|46|46|培训医师。`,
    );
    expect(reading.disclosure.department).toBe('青禾市卫生局');
    expect(projectsOf(reading)).toEqual([
      '信息运维 青禾市卫生局 50',
      '课题研究 青禾市卫生局 30',
      '医师培训 青禾市第一医院 46',
    ]);
  });

  it('takes the classes of 项目支出 for sums, not for projects nor agencies', () => {
    const reading = read(
      '部门预算项目支出绩效目标表',
      '部门名称：青禾市卫生局　单位：万元',
      `${HEADER}
青禾市卫生局|86|86|
其他运转类|50|50|
信息运维|50|50|保障运行。
二、特定目标类项目|36|36|
课题研究|30|30|完成课题。
人员类培训|6|6|培训医师。`,
    );
    expect(projectsOf(reading)).toEqual([
      '信息运维 青禾市卫生局 50',
      '课题研究 青禾市卫生局 30',
      '人员类培训 青禾市卫生局 6',
    ]);
    expect(unclaimed(reading)).toBe(0);
  });

  it('takes a row without a goal whose amount is that of the rows below for their agency, whatever its name', () => {
    const reading = read(
      '部门预算项目支出绩效目标表',
      `${HEADER}
青禾市银河陵园管理处|80.01|80.01|
信息运维|50.005|50.005|保障运行。
课题研究|30|30|完成课题。
慈善之家（青禾慈善医院）|76|76|
医师培训|46|46|培训医师。
设备更新|30|30|更新设备。
公园改造|9|9|
道路改造|4|4|改造道路。
桥梁改造|4|4|改造桥梁。`,
    );
    expect(projectsOf(reading)).toEqual([
      '信息运维 青禾市银河陵园管理处 50.005',
      '课题研究 青禾市银河陵园管理处 30',
      '医师培训 慈善之家（青禾慈善医院） 46',
      '设备更新 慈善之家（青禾慈善医院） 30',
      '公园改造 慈善之家（青禾慈善医院） 9',
      '道路改造 慈善之家（青禾慈善医院） 4',
      '桥梁改造 慈善之家（青禾慈善医院） 4',
    ]);
  });

  it.each(['绩效指标', '绩效目标及指标', '三级指标', '其他说明'])(
    'reads coded texts under the column %s',
    (column) => {
      const reading = read(
        '项目支出绩效目标表',
        `项目名称|总计|绩效目标|${column}
租用机房|30|平稳运行。|1-产出指标，11-数量指标，机柜数；实施周期指标值：≥36个，年度指标值：≥12个
办公用房|20|按期付租。|1-产出指标，12-质量指标，合格率；指标值：100%`,
      );
      expect(indicatorsOf(reading)).toEqual([
        '租用机房/机柜数/period/≥36个',
        '租用机房/机柜数/annual/≥12个',
        '办公用房/合格率/annual/100%',
      ]);
      expect(unclaimed(reading)).toBe(0);
    },
  );

  it('reads coded texts beside a label', () => {
    const reading = read(
      '项目支出绩效目标表',
      '项目名称|租用机房\n项目金额（万元）|30\n年度绩效目标|平稳运行。\n绩效指标|1-产出指标，11-数量指标，机柜数；年度指标值：≥12个',
    );
    expect(indicatorsOf(reading)).toEqual(['租用机房/机柜数/annual/≥12个']);
    expect(unclaimed(reading)).toBe(0);
  });

  const rows = (second: string) => `项目名称|项目总额|绩效目标|一级指标|二级指标|三级指标|指标值
安全巡查|38|做好巡查。|产出指标|数量指标|巡查次数|24次
^|^|^|产出指标|质量指标|整改率|95%
${second}`;

  it('begins a project without a name where the blank name cell has an amount and a goal of its own', () => {
    const reading = read(
      '项目支出绩效目标表',
      rows('|68|提供云服务。|产出指标|数量指标|云主机|60台\n^|^|^|满意度指标|服务对象满意度|满意度|92%'),
    );
    expect(projectsOf(reading)).toEqual(['安全巡查 null 38', ' null 68']);
    expect(indicatorsOf(reading)).toEqual([
      '安全巡查/巡查次数/annual/24次',
      '安全巡查/整改率/annual/95%',
      '/云主机/annual/60台',
      '/满意度/annual/92%',
    ]);
    expect(unclaimed(reading)).toBe(0);
  });

  it('keeps two projects without a name apart', () => {
    const reading = read(
      '项目支出绩效目标表',
      rows('|68|提供云服务。|产出指标|数量指标|云主机|60台\n|68|提供机房。|产出指标|数量指标|机柜|6个'),
    );
    expect(projectsOf(reading)).toEqual(['安全巡查 null 38', ' null 68', ' null 68']);
  });

  it.each([
    '|||效益指标|社会效益指标|事故数|0起',
    '|38||效益指标|社会效益指标|事故数|0起',
    '|-||效益指标|社会效益指标|事故数|0起',
  ])('stays with the project above where the blank cells are the rest of it: %s', (row) => {
    expect(projectsOf(read('项目支出绩效目标表', rows(row)))).toEqual(['安全巡查 null 38']);
  });
});
