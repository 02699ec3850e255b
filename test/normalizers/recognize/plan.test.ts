import { describe, expect, it } from 'vitest';
import { read } from './draw-table.js';

const plansOf = (rows: string): string[] =>
  read(
    '项目支出绩效目标表',
    `项目名称|校舍修缮|<|<|<\n${rows}\n一级指标|二级指标|三级指标|指标值|<\n产出指标|数量指标|甲|1个|<`,
  ).disclosure.plans.map(({ step, share, printed }) => `${step} ${share ?? '—'} ${printed}`);

describe('spending plan', () => {
  it('reads the steps with the shares below them', () => {
    expect(plansOf('资金支出计划（%）|3月底|6月底|10月底|12月底\n^|25%|50|75.5%|100%')).toEqual([
      '3月底 25 25%',
      '6月底 50 50',
      '10月底 75.5 75.5%',
      '12月底 100 100%',
    ]);
  });

  it.each(['一季度|二季度|三季度|四季度', '第一季度|第二季度|第三季度|第四季度'])('knows %s', (steps) => {
    expect(plansOf(`用款计划|${steps}\n^|10%|40%|70%|100%`)).toHaveLength(4);
  });

  it('keeps a blank share as unknown', () => {
    expect(plansOf('资金支出计划（%）|3月底|6月底|10月底|12月底\n^|25%||75%|100%')[1]).toBe('6月底 — ');
  });
});
