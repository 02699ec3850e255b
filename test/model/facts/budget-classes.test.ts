import { describe, expect, it } from 'vitest';
import { outdatedClassName } from '../../../src/model/facts/budget-classes.js';

describe('outdatedClassName', () => {
  it.each([
    ['医疗卫生与计划生育支出', '210', 2020, '卫生健康支出', 2019],
    ['医疗卫生支出', '210', 2016, '医疗卫生与计划生育支出', 2014],
    ['行政事业单位离退休', '20805', 2023, '行政事业单位养老支出', 2020],
    ['归口管理的行政单位离退休', null, 2024, '行政单位离退休', 2020],
    ['扶贫', '21305', 2023, '巩固脱贫攻坚成果衔接乡村振兴', 2022],
    ['其他资本性支出', '310', 2023, '资本性支出', 2018],
    ['对个人和家庭的补助支出', null, 2023, '对个人和家庭的补助', 2018],
  ])('%s（%s）in %i is now %s, from %i', (name, code, year, now, from) => {
    expect(outdatedClassName(name, code, year)).toEqual({
      code: code ?? expect.stringMatching(/^\d+$/),
      old: name,
      new: now,
      from,
    });
  });

  it.each([
    ['in force', '卫生健康支出', '210', 2023],
    ['in force then', '医疗卫生与计划生育支出', '210', 2018],
    ['new before its year', '卫生健康支出', '210', 2017],
    ['in force for another class', '其他资本性支出', null, 2023],
    ['a word of other things', '文化', null, 2023],
    ['another code', '扶贫', '21399', 2023],
    ['one of two names in force', '巩固脱贫衔接乡村振兴', '21305', 2023],
    ['no class', '防汛抢险', null, 2023],
  ])('is null: %s', (_, name, code, year) => {
    expect(outdatedClassName(name, code, year)).toBeNull();
  });
});
