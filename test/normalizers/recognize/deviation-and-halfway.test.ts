import { describe, expect, it } from 'vitest';
import { type Reading, read } from './draw-table.js';

const unclaimed = ({ claims }: Reading): number =>
  claims.filter((claim) => claim.status === 'unclaimed').length;
const told = ({ disclosure }: Reading): string[] =>
  disclosure.indicators.map(({ name, actual, score, deviation }) =>
    [name, actual ?? '—', score ?? '—', deviation ?? '—'].join(' '),
  );

describe('reasons for what was missed', () => {
  it.each([
    '偏差原因分析及改进措施',
    '未完成原因及今后改进措施',
    '扣分原因',
    '指标未达标原因和整改措施',
    '偏离目标原因分析',
    '存在问题及改进措施',
  ])('stand under %s', (heading) => {
    const reading = read(
      '2023年度项目支出绩效自评表',
      `
      项目名称 | 河堤养护 | < | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分 | ${heading}
      产出指标 | 数量指标 | 养护里程 | ≥30公里 | 24公里 | 8 | 汛期停工二十天，次年三月补做
      效益指标 | 社会效益指标 | 险情处置率 | ≥95% | 96% | 10 | 无
      `,
    );
    expect(told(reading)).toEqual(['养护里程 24公里 8 汛期停工二十天，次年三月补做', '险情处置率 96% 10 —']);
    expect(unclaimed(reading)).toBe(0);
  });

  it.each([
    '偏差原因分析及改进措施',
    '未完成原因及改进措施',
    '存在的主要问题及改进措施',
    '自评扣分原因及整改措施',
  ])('stand beside %s for the whole project', (label) => {
    const reading = read(
      '2023年度项目支出绩效自评表',
      `
        项目名称 | 河堤养护 | < | < | < | <
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分
        产出指标 | 数量指标 | 养护里程 | ≥30公里 | 24公里 | 8
        ${label} | 汛期停工二十天，次年三月补做 | < | < | < | <
        `,
    );
    expect(reading.disclosure.texts.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'deviation 汛期停工二十天，次年三月补做',
    ]);
    expect(unclaimed(reading)).toBe(0);
  });

  it.each(['无', '-', '－', '无。'])('are none where %s stands for them', (mark) => {
    const reading = read(
      '2023年度项目支出绩效自评表',
      `
      项目名称 | 河堤养护 | < | < | < | <
      预算执行情况（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 偏差原因
      年度资金总额 | 20 | 20 | 20 | 100% | ${mark}
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 偏差原因
      产出指标 | 数量指标 | 养护里程 | ≥30公里 | 30公里 | ${mark}
      偏差原因分析及改进措施 | ${mark} | < | < | < | <
      `,
    );
    expect(reading.disclosure.texts).toEqual([]);
    expect(told(reading)).toEqual(['养护里程 30公里 — —']);
    expect(unclaimed(reading)).toBe(0);
  });

  it('stand behind the money it was not spent of', () => {
    const reading = read(
      '2023年度项目支出绩效自评表',
      `
      项目名称 | 河堤养护 | < | < | < | <
      预算执行情况（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 偏差原因
      年度资金总额 | 20 | 20 | 12 | 60% | 验收后支付尾款
      其中：财政拨款 | 20 | 20 | 12 | 60% | 
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分
      产出指标 | 数量指标 | 养护里程 | ≥30公里 | 24公里 | 8
      `,
    );
    expect(reading.disclosure.texts.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'deviation 验收后支付尾款',
    ]);
    expect(unclaimed(reading)).toBe(0);
  });
});

describe('half-way through the year', () => {
  it.each([
    ['1—6月执行数', '1—6月执行率', '1—6月执行情况', '全年预计完成情况'],
    ['1-7月执行数', '1-7月执行率', '1-7月完成情况', '全年预计完成值'],
    ['上半年支出数', '上半年执行进度', '上半年完成值', '预计全年完成情况'],
    ['一至六月支出数', '一至六月支出率', '一至六月完成情况', '完成目标可能性'],
    ['截至8月底支出数', '截至8月底支出进度', '截至8月底实际完成值', '年底预计完成情况'],
  ])('%s, %s, %s, %s', (spent, rate, done, expected) => {
    const reading = read(
      '2023年项目支出绩效运行监控表',
      `
      项目名称 | 河堤养护 | < | < | < | <
      项目资金（万元） | 年初预算数 | 全年预算数 | ${spent} | ${rate} | 全年预计执行数
      年度资金总额 | 20 | 18 | 9 | 50% | 18
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | ${done} | ${expected}
      产出指标 | 数量指标 | 养护里程 | ≥30公里 | 14公里 | 能完成
      效益指标 | 社会效益指标 | 险情处置率 | ≥95% | 96% | 能完成
      `,
    );
    expect(reading.disclosure.stage).toBe('monitoring');
    expect(told(reading)).toEqual(['养护里程 14公里 — —', '险情处置率 96% — —']);
    expect(
      reading.disclosure.execution.map(({ budget, spent: sum, rate: share }) => [
        budget?.fen,
        sum?.fen,
        share,
      ]),
    ).toEqual([[18_000_000, 9_000_000, '50']]);
    expect(unclaimed(reading)).toBe(0);
  });

  it('reads the reasons under their own headings', () => {
    const reading = read(
      '2023年部门预算项目支出绩效目标执行监控表',
      `
      项目名称 | 河堤养护 | < | < | < | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1—7月执行情况 | 全年预计完成情况 | 偏差原因分析 | < | 完成目标可能性
      ^ | ^ | ^ | ^ | ^ | ^ | 经费保障 | 原因说明 | ^
      产出指标 | 数量指标 | 养护里程 | ≥30公里 | 14公里 | 30公里 |  | 汛期停工 | 有可能
      效益指标 | 社会效益指标 | 险情处置率 | ≥95% | 96% | 96% |  |  | 确定能
      `,
    );
    expect(told(reading)).toEqual(['养护里程 14公里 — 汛期停工', '险情处置率 96% — —']);
    expect(unclaimed(reading)).toBe(0);
  });
});
