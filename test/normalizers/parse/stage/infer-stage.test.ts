import { describe, expect, it } from 'vitest';
import { inferStage } from '../../../../normalizers/parse/stage/infer-stage.js';

describe('inferStage', () => {
  it.each([
    ['2023年部门整体支出绩效目标表', 'budget'],
    ['2026年度单位预算', 'budget'],
    ['2023年预算执行情况与2024年预算草案', 'budget'],
    ['项目支出绩效自评表', 'self-evaluation'],
    ['2022年度部门决算', 'self-evaluation'],
    ['2022年度项目绩效评价报告', 'self-evaluation'],
    ['2023年度预算调整项目绩效目标表', 'adjusted'],
    ['绩效目标调整申请表', 'adjusted'],
    ['2024年度绩效运行监控表', 'monitoring'],
    ['项目支出绩效目标运行监控完成情况', 'monitoring'],
    ['2024年1-7月部门预算绩效监控情况表', 'monitoring'],
    ['部门整体绩效自评及运行监控结果应用', 'self-evaluation'],
    ['视频监控系统运维项目绩效目标表', 'budget'],
  ])('%s → %s', (title, stage) => {
    expect(inferStage({ titles: [title], texts: [] })).toEqual({
      stage,
      basis: { from: 'title', quote: title },
    });
  });

  it('knows a self-evaluation by its columns when titles are silent', () => {
    expect(inferStage({ titles: ['附表3'], texts: ['年度指标值', '实际完成值'] }).stage).toBe(
      'self-evaluation',
    );
    expect(
      inferStage({ titles: ['附表3'], texts: ['各单位按实际完成值填写，并于月底前报送财政局预算绩效科。'] }),
    ).toEqual({
      stage: 'budget',
      basis: null,
    });
  });

  it('lets the first title that says something decide', () => {
    expect(inferStage({ titles: ['附表1', '绩效目标表', '2022年度决算'], texts: [] }).stage).toBe('budget');
  });
});
