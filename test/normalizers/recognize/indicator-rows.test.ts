import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../src/model/disclosure.js';
import { drawFlattened, read } from './draw-table.js';

const KEYS = '项目名称|校舍修缮|<|<';
const shown = ({ level1, level2, name, target }: Indicator): string =>
  `${level1 ?? '—'} / ${level2 ?? '—'} / ${name} / ${target ?? '—'}`;
const indicatorsOf = (table: string): string[] =>
  read('项目支出绩效目标表', table).disclosure.indicators.map(shown);

describe('indicator rows', () => {
  it('carries merged levels over the rows they span', () => {
    expect(
      indicatorsOf(
        `${KEYS}\n一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|甲|1个\n^|^|乙|2个\n^|质量指标|丙|100%\n效益指标|社会效益指标|丁|提升`,
      ),
    ).toEqual([
      '产出指标 / 数量指标 / 甲 / 1个',
      '产出指标 / 数量指标 / 乙 / 2个',
      '产出指标 / 质量指标 / 丙 / 100%',
      '效益指标 / 社会效益指标 / 丁 / 提升',
    ]);
  });

  it('carries levels over blank cells where merges are lost', () => {
    const grid = drawFlattened(
      '项目名称|校舍修缮\n绩效指标|一级指标|二级指标|三级指标|指标值\n|产出指标|数量指标|甲|1个\n|||乙|2个\n||质量指标|丙|100%',
    );
    expect(read('项目支出绩效目标表', grid).disclosure.indicators.map(shown)).toEqual([
      '产出指标 / 数量指标 / 甲 / 1个',
      '产出指标 / 数量指标 / 乙 / 2个',
      '产出指标 / 质量指标 / 丙 / 100%',
    ]);
  });

  it('joins operator, value and unit of separate columns, in any order; 定性 is no part of it', () => {
    expect(
      indicatorsOf(
        `${KEYS}|<|<\n一级指标|二级指标|三级指标|度量单位|指标值|指标性质\n产出指标|数量指标|甲|万份|17|≥\n^|质量指标|乙|%|95|＞\n^|时效指标|丙||按月发放|定性`,
      ),
    ).toEqual([
      '产出指标 / 数量指标 / 甲 / ≥17万份',
      '产出指标 / 质量指标 / 乙 / ＞95%',
      '产出指标 / 时效指标 / 丙 / 按月发放',
    ]);
  });

  it('drops rows of placeholder names and keeps placeholder targets', () => {
    const { claims, disclosure } = read(
      '项目支出绩效目标表',
      `${KEYS}\n一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|指标1：|\n^|^|指标2:修缮|是/否\n^|质量指标|……|`,
    );
    expect(disclosure.indicators.map(shown)).toEqual(['产出指标 / 数量指标 / 修缮 / 是/否']);
    expect(disclosure.indicators[0]?.parsed.kind).toBe('placeholder');
    expect(disclosure.indicators[0]?.namePrinted).toBe('指标2:修缮');
    expect(claims.filter((claim) => claim.reason === 'template-text')).toHaveLength(2);
  });

  it('keeps an indicator without a target', () => {
    expect(indicatorsOf(`${KEYS}\n一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|甲|`)).toEqual([
      '产出指标 / 数量指标 / 甲 / —',
    ]);
  });

  it('reads the other columns of a row', () => {
    const { disclosure } = read(
      '项目支出绩效目标表',
      `${KEYS}|<|<|<|<\n一级指标|二级指标|三级指标|绩效指标描述|指标值|绩效标准|指标值确定依据|权重（90分）\n产出指标|数量指标|甲|甲的说明|1个|计划标准|年度计划|30分`,
    );
    expect(disclosure.indicators[0]).toMatchObject({
      description: '甲的说明',
      standard: '计划标准',
      targetBasis: '年度计划',
      weight: '30',
    });
  });

  it('reads sets of columns side by side, each with its horizon, never mixed', () => {
    const { disclosure } = read(
      '项目支出绩效目标表',
      `${KEYS}|<|<|<\n总体目标|中期目标|<|<|年度目标|<|<\n^|三年修缮十所|<|<|当年修缮三所|<|<\n一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值\n产出指标|数量指标|修缮校舍|10所|数量指标|修缮校舍|3所\n^|质量指标|合格率|100%||  |`,
    );
    expect(disclosure.indicators.map((each) => `${each.horizon} ${shown(each)}`)).toEqual([
      'period 产出指标 / 数量指标 / 修缮校舍 / 10所',
      'annual 产出指标 / 数量指标 / 修缮校舍 / 3所',
      'period 产出指标 / 质量指标 / 合格率 / 100%',
    ]);
  });

  it('reads two value columns of one name as two indicators', () => {
    const { disclosure } = read(
      '项目支出绩效目标表',
      `${KEYS}|<\n一级指标|二级指标|三级指标|实施周期指标值|年度指标值\n产出指标|数量指标|修缮校舍|10所|3所`,
    );
    expect(disclosure.indicators.map((each) => `${each.horizon} ${each.target}`)).toEqual([
      'period 10所',
      'annual 3所',
    ]);
  });

  it('reads weighted indicators that have no levels', () => {
    const { disclosure } = read(
      '部门整体绩效目标表',
      '部门名称|某县教育局|<|<|<|<\n绩效指标|指标名称|指标性质|指标值|计量单位|指标权重(%)\n^|修缮校舍|≥|3|所|60\n^|满意度|≥|95|%|40',
    );
    expect(disclosure.indicators.map((each) => `${shown(each)} ${each.weight}`)).toEqual([
      '— / — / 修缮校舍 / ≥3所 60',
      '— / — / 满意度 / ≥95% 40',
    ]);
  });

  it('reads actual values and scores of a self-evaluation, and the total below', () => {
    const { disclosure, forms } = read(
      '2023年度项目支出绩效自评表',
      `${KEYS}|<|<|<\n一级指标|二级指标|三级指标|指标值|实际完成值|分值|得分\n产出指标|数量指标|修缮校舍|3所|2所|100|66.7\n总分|<|<|<|<|100|66.7`,
    );
    expect(disclosure.stage).toBe('self-evaluation');
    expect(forms[0]?.kind).toBe('project-self-evaluation');
    expect(disclosure.indicators[0]).toMatchObject({ actual: '2所', weight: '100', score: '66.7' });
    expect(disclosure.indicators).toHaveLength(1);
    expect(disclosure.scoreTotals[0]).toMatchObject({ weight: '100', score: '66.7' });
  });

  it('reads the report of a half-year as monitoring', () => {
    const { disclosure, forms } = read(
      '2024年1-6月项目绩效运行监控表',
      `${KEYS}|<|<\n一级指标|二级指标|三级指标|年度指标值|实际完成值\n产出指标|数量指标|修缮校舍|≥3所|2`,
    );
    expect(disclosure.stage).toBe('monitoring');
    expect(forms[0]?.kind).toBe('project-self-evaluation');
    expect(disclosure.indicators[0]).toMatchObject({
      actual: '2',
      actualParsed: { quantity: '2', measure: '所' },
    });
  });

  it('sets a header printed again aside', () => {
    const { disclosure, claims } = read(
      '项目支出绩效目标表',
      `${KEYS}\n一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|甲|1个\n一级指标|二级指标|三级指标|指标值\n效益指标|社会效益指标|乙|提升`,
    );
    expect(disclosure.indicators).toHaveLength(2);
    expect(claims.filter((claim) => claim.reason === 'repeated-header')).toHaveLength(4);
  });
});
