import { describe, expect, it } from 'vitest';
import { outdatedClassesIn } from '../../../src/audit/texts/outdated-classes-in.js';

describe('outdated classes in prose', () => {
  it.each([
    ['其他资本性支出（类级）：反映购置设备。', '310'],
    ['16.其他资本性支出(类)：反映购置设备。', '310'],
    ['其他资本性支出（支出经济分类科目类级）：反映购置设备。', '310'],
    ['其他资本性支出（经济科目类）10万元', '310'],
    ['其他资本性支出（310）10万元', '310'],
    ['债务利息支出（类）：反映利息。', '307'],
    ['行政事业单位离退休（款）', '20805'],
    ['医疗卫生与计划生育支出（支出功能分类科目类级）', '210'],
  ])('%s', (text, code) => {
    expect(outdatedClassesIn(text, 2025).map((each) => each.code)).toEqual([code]);
  });

  it.each([
    '其他资本性支出（款）10万元',
    '其他资本性支出（31099）10万元',
    '其他资本性支出10万元',
    '其他资本性支出（含购车）10万元',
    '资本性支出（类级）：反映购置设备。',
    '资本性支出（基本建设）（类）：反映购置设备。',
    '债务利息及费用支出（类）',
    '行政单位离退休（项）',
    '行政事业单位离退休（项）',
    '对个人和家庭的补助支出（303）10万元',
    '农业（类产品）',
  ])('none: %s', (text) => {
    expect(outdatedClassesIn(text, 2025)).toEqual([]);
  });

  it('are in force before they are replaced', () => {
    expect(outdatedClassesIn('其他资本性支出（类级）', 2017)).toEqual([]);
  });
});
