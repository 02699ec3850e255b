import { describe, expect, it } from 'vitest';
import { read } from './draw-table.js';

/** Level 2 of each indicator of a table whose level cells are not merged. */
const levels = (rows: string): (string | null)[] =>
  read(
    '项目支出绩效目标表',
    `项目名称|校舍修缮|<|<\n一级指标|二级指标|三级指标|指标值\n${rows}`,
  ).disclosure.indicators.map((indicator) => indicator.level2);

describe('levels where the numbers of the names show the runs', () => {
  it('gives a label printed in the middle of its run to the whole run', () => {
    expect(
      levels(
        '产出指标||指标1：甲|1个\n|数量指标|指标2：乙|2个\n||指标3：丙|3个\n||指标1：丁|100%\n|质量指标|指标2：戊|95%',
      ),
    ).toEqual(['数量指标', '数量指标', '数量指标', '质量指标', '质量指标']);
  });

  it('leaves a run without a label of its own without one', () => {
    expect(levels('产出指标|数量指标|指标1：甲|1个\n||指标2：乙|2个\n||指标1：丙|100%')).toEqual([
      '数量指标',
      '数量指标',
      null,
    ]);
  });

  it('leaves merged labels alone', () => {
    expect(levels('产出指标|数量指标|指标1：甲|1个\n^|^|指标1：乙|2个\n^|质量指标|指标1：丙|100%')).toEqual([
      '数量指标',
      '数量指标',
      '质量指标',
    ]);
  });

  it('carries labels down where names have no numbers', () => {
    expect(levels('产出指标|数量指标|甲|1个\n||乙|2个')).toEqual(['数量指标', '数量指标']);
  });
});
