import { describe, expect, it } from 'vitest';
import { nearKey } from '../../../src/audit/subjects/near-name.js';

describe('nearKey', () => {
  it.each([
    ['对优化营商环境产生积极影响', '提升营商环境的影响'],
    ['开展河道清淤里程', '实施河道清淤里程'],
    ['带动村集体收入增长率', '村集体收入同比增长率'],
    ['举办各类就业招聘会场次', '组织就业招聘会场次'],
    ['古籍修复技术支撑报告', '古籍修复技术报告'],
  ])('is one for %s and %s', (one, other) => {
    expect(nearKey(one)).toBe(nearKey(other));
    expect(nearKey(one)).not.toBe('');
  });

  it.each([
    ['线上宣传活动场次', '线下宣传活动场次'],
    ['一级医院检查家数', '二级医院检查家数'],
    ['新增就业人数', '带动就业人数'],
    ['出口额增长率', '进口额增长率'],
    ['城市居民满意度', '农村居民满意度'],
    ['设备采购数量', '设备维修数量'],
    ['安全事故处置率', '安全事故发生率'],
    ['项目开工率', '项目完工率'],
    ['小学教师培训', '中学教师培训'],
    ['主干道路灯更换', '支路路灯更换'],
  ])('tells %s and %s apart', (one, other) => {
    expect(nearKey(one) === nearKey(other) && nearKey(one) !== '').toBe(false);
  });

  it('is empty where only words of doing are left', () => {
    expect(nearKey('开展各类活动')).toBe('');
  });
});
