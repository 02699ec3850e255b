import { describe, expect, it } from 'vitest';
import { isSameOutcome, isSameThing, thingOf } from '../../../src/audit/subjects/named-targets.js';

describe('thingOf', () => {
  it.each([
    ['进出口总额较上年增长', '进出口总额增长率'],
    ['2024年道路改造项目评审数', '对2024年的道路改造项目进行评审'],
    ['受访群众满意度', '受访群众满意率'],
    ['宣传资料（份）', '发放宣传资料数量'],
    ['扩内需，实现零售总额增长', '零售总额增速'],
  ])('%s and %s name one thing', (a, b) => {
    expect(thingOf(a)).toBe(thingOf(b));
  });

  it.each([
    ['一级医院检查家数', '二级医院检查家数'],
    ['培训人数', '培训场地面积'],
    ['水费', '电费'],
  ])('%s and %s name two', (a, b) => {
    expect(thingOf(a)).not.toBe(thingOf(b));
  });
});

describe('isSameThing', () => {
  it('takes the same signs in another order for one', () => {
    expect(isSameThing('企业参展', '参展企业')).toBe(true);
    expect(isSameThing('检查', '查检')).toBe(false);
  });
});

describe('isSameOutcome', () => {
  it.each([
    ['外贸进出口总额增长', '进出口总额增长', true],
    ['不达标河段长度比重', '达标河段长度比重', false],
    ['西南地区进出口总额增长', '进出口总额增长', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isSameOutcome(a, b)).toBe(expected);
  });
});
