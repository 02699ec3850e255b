import { describe, expect, it } from 'vitest';
import { compareProjects, findByTopic } from '../../../src/compare/compare-projects.js';
import { comparisonText } from '../../../src/report/compare/comparison-text.js';
import { COMPARISON_COLUMNS, flattenComparison } from '../../../src/report/compare/flatten-comparison.js';
import { pointMoved } from '../../../src/report/compare/spread-line.js';
import { county, indicatorRow, projectRow, wan } from '../../support/comparison-rows.js';

const rows = [
  projectRow({ ...county(1), id: 11, project: '铁路护路专项经费', amountFen: wan(2) }),
  projectRow({ ...county(2), id: 12, project: '铁路护路联防经费', amountFen: wan(13) }),
  projectRow({ ...county(3), id: 13, project: '铁路护路联防经费', amountFen: wan(6) }),
  projectRow({ ...county(4), id: 14, project: '平安建设经费', annualGoal: '做好铁路护路', amountFen: null }),
];
const target = (n: number, quantity: number) =>
  indicatorRow({ ...county(n), id: n, name: '宣传资料', target: `${quantity}份`, quantity, measure: '份' });
const comparison = compareProjects(findByTopic('铁路护路', rows), [target(1, 500), target(2, 800)], []);

describe('comparisonText', () => {
  it('reads as a page: groups with spread and reason, mentions, targets side by side', () => {
    expect(comparisonText(comparison, 110)).toMatchInlineSnapshot(`
      "铁路护路：4 个地区，2024 年，项目 3（1 类），目标或用途中提到的项目 1，指标 2

      1. 铁路护路联防经费
        地区   年度  部门    项目              万元   比中位数  归组依据                编号
        ─────  ────  ──────  ────────────────  ─────  ────────  ──────────────────────  ────
        第2县  2024  政法委  铁路护路联防经费  13.00  2.17×     名称相同                p12
        第3县  2024  政法委  铁路护路联防经费  6.00   1×        名称相同                p13
        第1县  2024  政法委  铁路护路专项经费  2.00   0.33×     名称相同（略去通用词）  p11
        中位数 6.00 万元，最小 2.00（第1县），最大 13.00（第2县），绝对中位差 4.00（3 个）

      名称中没有、目标或用途中提到“铁路护路”的项目
        地区   年度  部门    项目          万元  编号
        ─────  ────  ──────  ────────────  ────  ────
        第4县  2024  政法委  平安建设经费  未填  p14

      指标值并列
        指标      指标值  范围        地区   年度  项目          原文名称  编号
        ────────  ──────  ──────────  ─────  ────  ────────────  ────────  ────
        宣传资料  800份   500—800 份  第2县  2024  （整个部门）            i2
                  500份               第1县  2024  （整个部门）            i1
      "
    `);
  });
});

describe('flattenComparison', () => {
  it('has the columns it says, and the spread of amounts in 万元', () => {
    const flat = flattenComparison(comparison);
    expect(flat.map(({ kind }) => kind)).toEqual([
      'project',
      'project',
      'project',
      'mention',
      'target',
      'target',
    ]);
    expect(flat[0]).toMatchObject({
      amount_wan: 13,
      median: 6,
      min: 2,
      max: 13,
      mad: 4,
      measure: '万元',
      row: 'p12',
    });
    const names = COMPARISON_COLUMNS.map(({ name }) => name);
    for (const row of flat) for (const key of Object.keys(row)) expect(names).toContain(key);
  });
});

describe('showDecimal', () => {
  it.each([
    ['60000', '6.00'],
    ['5', '0.0005'],
    ['12345678.9', '1,234.56789'],
    ['0', '0.00'],
  ])('%s 元 is %s 万元', (yuan, wanShown) => {
    expect(pointMoved(yuan, 4)).toBe(wanShown);
  });
});
