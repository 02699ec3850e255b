import { describe, expect, it } from 'vitest';
import { departmentLikeness } from '../../../src/compare/names/department-likeness.js';

describe('departmentLikeness', () => {
  it.each([
    ['信访局', '信访局（本级）', 'text'],
    ['信访局', '信访办公室', 'body'],
    ['商务局', '商务委员会', 'body'],
    ['文化广电旅游局', '文广旅局', 'short'],
    ['矛盾纠纷调处化解中心', '矛盾纠纷化解中心', 'short'],
    ['数据资源管理局', '数据资源管里局', 'typo'],
    ['住房城乡建设局', '住房和城乡建设局', 'typo'],
    ['区职业教育服务中心', '职业教育服务中心', 'typo'],
    ['县机关事务管理服务中心', '机关事务服务中心', 'similar'],
  ])('%s may be %s', (a, b, why) => {
    expect(departmentLikeness(a, b)).toMatchObject({ why });
    expect(departmentLikeness(b, a)).toEqual(departmentLikeness(a, b));
  });

  it.each([
    ['教育局', '体育局'],
    ['统计局', '审计局'],
    ['政府办', '党委办'],
    ['公安局', '公安局治安管理支队'],
    ['玉津镇人民政府', '玉泉镇人民政府'],
    ['第一中学', '第二中学'],
    ['东城街道办事处', '西城街道办事处'],
    ['财政局', '信访局'],
  ])('%s is not %s', (a, b) => {
    expect(departmentLikeness(a, b)).toBeNull();
  });
});
