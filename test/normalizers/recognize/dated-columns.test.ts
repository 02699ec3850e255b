import { describe, expect, it } from 'vitest';
import { labelText } from '../../../normalizers/recognize/words/vocabulary.js';
import { type Reading, read } from './draw-table.js';

const unclaimed = ({ claims }: Reading): number =>
  claims.filter((claim) => claim.status === 'unclaimed').length;
const told = ({ disclosure }: Reading): string[] =>
  disclosure.indicators.map(({ level1, level2, name, target, actual, score }) =>
    [level1 ?? '—', level2 ?? '—', name, target ?? '—', actual ?? '—', score ?? '—'].join(' '),
  );

describe('a label with a year printed', () => {
  it.each([
    ['2023年目标值', '目标值', 2023],
    ['2023年度指标值', '指标值', 2023],
    ['2024 年度 目标值', '目标值', 2024],
    ['２０２３年度目标值', '目标值', 2023],
    ['2023年年度指标值', '年度指标值', 2023],
    ['2023年初目标值', '年初目标值', 2023],
    ['2023目标值', '目标值', 2023],
    ['目标值（2023年）', '目标值', 2023],
    ['（2023年度）目标值', '目标值', 2023],
    ['目标值2023年', '目标值', 2023],
    ['2023年实际完成值', '实际完成值', 2023],
    ['2023 年完成情况', '完成情况', 2023],
    ['2022年全年预算数', '全年预算数', 2022],
    ['2022年全年执行数（万元）', '全年执行数', 2022],
  ])('%s is %s', (printed, core, year) => expect(labelText(printed)).toMatchObject({ core, year }));

  it.each([
    '2023年',
    '2023年度',
    '2023年部门整体支出绩效目标',
    '2023年1-6月完成情况',
    '2023年培训人数',
    '目标值',
    '12023年目标值',
  ])('%s is as printed', (printed) =>
    expect(labelText(printed)).toEqual({ core: printed, qualifiers: [], ofWhich: false }),
  );
});

const evaluation = (target: string, actual: string): Reading =>
  read(
    '2023年度项目支出绩效自评表',
    `
    项目名称 | 河堤养护 | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | ${target} | ${actual} | 得分
    产出指标 | 数量指标 | 养护里程 | ≥30公里 | 24公里 | 8
    效益指标 | 社会效益指标 | 险情处置率 | ≥95% | 96% | 10
    `,
  );

describe('columns with a year', () => {
  it.each([
    ['2023年目标值', '2023年实际完成值'],
    ['2023年度指标值', '2023 年完成情况'],
    ['目标值（2023年）', '实际完成值（2023年度）'],
    ['年度指标值', '2023年实际完成值'],
    ['2023年目标值', '实际完成值'],
  ])('%s and %s are those of the form', (target, actual) => {
    const reading = evaluation(target, actual);
    expect(told(reading)).toEqual([
      '产出指标 数量指标 养护里程 ≥30公里 24公里 8',
      '效益指标 社会效益指标 险情处置率 ≥95% 96% 10',
    ]);
    expect(unclaimed(reading)).toBe(0);
  });

  it.each(['2022年实际', '2022年实际完成值', '2022年目标值', '上年实际值', '2022年完成情况'])(
    '%s beside them is history, wherever it stands',
    (other) => {
      const before = read(
        '2023年度项目支出绩效自评表',
        `
        项目名称 | 河堤养护 | < | < | < | <
        二级指标 | 三级指标 | ${other} | 2023年目标值 | 2023年实际完成值 | 得分
        数量指标 | 养护里程 | 18公里 | ≥30公里 | 24公里 | 8
        `,
      );
      const behind = read(
        '2023年度项目支出绩效自评表',
        `
        项目名称 | 河堤养护 | < | < | < | <
        二级指标 | 三级指标 | 2023年目标值 | 2023年实际完成值 | 得分 | ${other}
        数量指标 | 养护里程 | ≥30公里 | 24公里 | 8 | 18公里
        `,
      );
      for (const reading of [before, behind]) {
        expect(told(reading)).toEqual(['产出指标 数量指标 养护里程 ≥30公里 24公里 8']);
        expect(unclaimed(reading)).toBe(0);
      }
    },
  );

  it('takes no value reached in the year before for that of a budget', () => {
    const { disclosure } = read(
      '2023年项目支出绩效目标表',
      `
      项目名称 | 河堤养护 | < | < | <
      一级指标 | 二级指标 | 三级指标 | 2022年实际完成值 | 2023年目标值
      产出指标 | 数量指标 | 养护里程 | 18公里 | ≥30公里
      `,
    );
    expect(disclosure.indicators).toMatchObject([{ target: '≥30公里', actual: null }]);
  });

  it('chooses none of several years that the columns leave open', () => {
    const reading = read(
      '项目支出绩效目标表',
      `
      项目名称 | 河堤养护 | < | < | <
      一级指标 | 二级指标 | 三级指标 | 2023年目标值 | 2024年目标值
      产出指标 | 数量指标 | 养护里程 | ≥30公里 | ≥40公里
      `,
    );
    expect(reading.disclosure.indicators).toMatchObject([{ name: '养护里程', target: null }]);
    expect(unclaimed(reading)).toBeGreaterThanOrEqual(2);
  });
});

describe('a flat self-evaluation', () => {
  it.each([
    ['产出指标', '效益指标'],
    ['数量指标', '社会效益指标'],
    ['产出', '效益'],
  ])('of classes %s and %s is read row by row', (first, second) => {
    const reading = read(
      '2023年度项目支出绩效自评表',
      `
      项目名称 | 河堤养护 | < | < | < | <
      指标类别 | 指标名称 | 2023年目标值 | 2023年实际完成值 | 是否完成 | 自评分
      ${first} | 养护里程 | ≥30公里 | 24公里 | 否 | 8
      ${second} | 险情处置率 | ≥95% | 96% | 是 | 10
      `,
    );
    expect(told(reading).map((line) => line.split(' ').slice(2).join(' '))).toEqual([
      '养护里程 ≥30公里 24公里 8',
      '险情处置率 ≥95% 96% 10',
    ]);
    expect(reading.disclosure.indicators.map(({ level1 }) => level1)).toEqual(['产出指标', '效益指标']);
    expect(unclaimed(reading)).toBe(0);
  });
});
