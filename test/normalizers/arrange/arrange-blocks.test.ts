import { describe, expect, test } from 'vitest';
import { splitBeside } from '../../../normalizers/arrange/split-beside.js';
import { drawTable, read } from '../recognize/draw-table.js';

const names = (reading: ReturnType<typeof read>): (string | null)[] =>
  reading.disclosures.flatMap(({ projects }) => projects.map(({ name }) => name));
const indicators = (reading: ReturnType<typeof read>): string[] =>
  reading.disclosures.flatMap((each) => each.indicators.map(({ name, target }) => `${name} ${target}`));

describe('forms beside each other', () => {
  test.each([
    [
      'an empty column between',
      `项目名称 | 公园保洁 | < | < | | 项目名称 | 道路修补 | < | <
       一级指标 | 二级指标 | 三级指标 | 指标值 | | 一级指标 | 二级指标 | 三级指标 | 指标值
       产出指标 | 数量指标 | 保洁公园 | ≥3个 | | 产出指标 | 数量指标 | 修补道路 | ≥5条`,
    ],
    [
      'their frames only, of different widths',
      `项目名称 | 公园保洁 | < | < | 项目名称 | 道路修补 | <
       一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
       产出指标 | 数量指标 | 保洁公园 | ≥3个 | 数量指标 | 修补道路 | ≥5条`,
    ],
    [
      'one title over both',
      `项目支出绩效目标表 | < | < | < | < | < | < | < | <
       项目名称 | 公园保洁 | < | < | | 项目名称 | 道路修补 | < | <
       一级指标 | 二级指标 | 三级指标 | 指标值 | | 一级指标 | 二级指标 | 三级指标 | 指标值
       产出指标 | 数量指标 | 保洁公园 | ≥3个 | | 产出指标 | 数量指标 | 修补道路 | ≥5条`,
    ],
    [
      'one beginning further down',
      `项目名称 | 公园保洁 | < | < | | | | | 
       一级指标 | 二级指标 | 三级指标 | 指标值 | | 项目名称 | 道路修补 | < | <
       产出指标 | 数量指标 | 保洁公园 | ≥3个 | | 一级指标 | 二级指标 | 三级指标 | 指标值
       | | | | | 产出指标 | 数量指标 | 修补道路 | ≥5条`,
    ],
  ])('%s', (_, drawing) => {
    const reading = read(drawing);
    expect(names(reading)).toEqual(['公园保洁', '道路修补']);
    expect(indicators(reading)).toEqual(['保洁公园 ≥3个', '修补道路 ≥5条']);
  });

  test.each([
    [
      'a row with two names in one form',
      '项目名称 | 公园保洁 | 项目名称 | 保洁费\n三级指标 | 指标值 | < | <\n保洁公园 | ≥3个 | < | <',
    ],
    ['a list in two halves', '项目名称 | 金额 | 项目名称 | 金额\n公园保洁 | 3 | 道路修补 | 5'],
  ])('%s stays one', (_, drawing) => {
    const grid = drawTable(drawing);
    expect(splitBeside(grid)).toEqual([grid]);
  });
});

describe('merges that were removed', () => {
  test('values stand one or several blanks behind their labels', () => {
    const { disclosure, claims } = read(
      `项目名称 | 公园保洁 | | | |
       年度资金总额（万元） | | | 86.4 | |
       其中：财政拨款 | | | 80 | |
       其他资金 | | | | |
       绩效指标 | 一级指标 | 二级指标 | 三级指标 | | 指标值
       | 产出指标 | 数量指标 | 保洁公园 | | ≥3个
       | | | 清运垃圾 | | ≥9吨`,
    );
    expect(disclosure.budgets.map(({ category, money }) => `${category} ${money.fen}`)).toEqual([
      '年度资金总额 86400000',
      '财政拨款 80000000',
      '其他资金 null',
    ]);
    expect(disclosure.indicators.map(({ name, level2 }) => `${level2} ${name}`)).toEqual([
      '数量指标 保洁公园',
      '数量指标 清运垃圾',
    ]);
    expect(claims.filter(({ status }) => status === 'unclaimed')).toEqual([]);
  });

  test('with merges a blank beside a label stays a blank', () => {
    const { disclosure } = read(
      `项目名称 | 公园保洁 | < | <
       年度资金总额（万元） | | 保洁面积大 | <
       一级指标 | 二级指标 | 三级指标 | 指标值
       产出指标 | 数量指标 | 保洁公园 | ≥3个`,
    );
    expect(disclosure.budgets.map(({ money }) => money.state)).toEqual(['blank']);
  });
});

describe('the name of a sheet', () => {
  const form = drawTable(
    '项目名称 | 公园保洁 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 保洁公园 | ≥3个',
  );
  test.each([
    ['2024年项目支出绩效目标表', 2024, '2024年项目支出绩效目标表'],
    ['2024年度', 2024, undefined],
    ['Sheet1', null, undefined],
  ])('%s', (sheet, year, title) => {
    const { disclosure, forms } = read({ ...form, sheet });
    expect(disclosure.year).toBe(year);
    expect(forms[0]?.title?.text).toBe(title);
  });

  test.each(['2024年', '2024', '2024年公园保洁'])('%s gives its year to a title without one', (sheet) => {
    const titled = drawTable(
      '项目绩效目标申报表 | < | < | <\n项目名称 | 公园保洁 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 保洁公园 | ≥3个',
    );
    const { disclosure, forms } = read({ ...titled, sheet });
    expect(disclosure.year).toBe(2024);
    expect(forms[0]?.title?.text).toBe('项目绩效目标申报表');
  });

  test('a title in the sheet is the title', () => {
    const titled = drawTable(
      '2025年项目绩效目标申报表 | < | < | <\n项目名称 | 公园保洁 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 保洁公园 | ≥3个',
    );
    const { disclosure, forms } = read({ ...titled, sheet: '2024年项目支出绩效目标表' });
    expect(disclosure.year).toBe(2025);
    expect(forms[0]?.title?.text).toBe('2025年项目绩效目标申报表');
  });
});
