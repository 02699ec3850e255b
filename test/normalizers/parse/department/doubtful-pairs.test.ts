import { describe, expect, it } from 'vitest';
import { doubtfulPairs } from '../../../../normalizers/parse/department/doubtful-pairs.js';

describe('doubtfulPairs', () => {
  it('lists names that may be one department, each pair once', () => {
    expect(doubtfulPairs(['文化广电旅游局', '文广旅局', '财政局', '信访局', '文广旅局'])).toEqual([
      { a: '文化广电旅游局', b: '文广旅局', reason: 'short-name' },
    ]);
    expect(doubtfulPairs(['矛盾纠纷调处化解中心', '矛盾纠纷化解中心', '财政局'])).toEqual([
      { a: '矛盾纠纷化解中心', b: '矛盾纠纷调处化解中心', reason: 'short-name' },
    ]);
    expect(doubtfulPairs(['区职业教育服务中心', '职业教育服务中心'])).toEqual([
      { a: '区职业教育服务中心', b: '职业教育服务中心', reason: 'similar' },
    ]);
  });

  it('leaves different departments alone', () => {
    expect(
      doubtfulPairs(['教育局', '体育局', '信访局', '政法委', '党委办', '政府办', '统计局', '审计局']),
    ).toEqual([]);
  });
});
