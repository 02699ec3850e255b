import { describe, expect, it } from 'vitest';
import { type Reading, read } from './draw-table.js';

const told = ({ disclosure, forms }: Reading): string =>
  [
    forms[0]?.kind,
    disclosure.stage,
    disclosure.year,
    disclosure.department,
    disclosure.projects.map(({ name }) => name).join('、'),
    ...disclosure.scoreTotals.map(({ score, weight, grade }) => `${score}/${weight ?? '—'} ${grade ?? '—'}`),
  ].join(' ');

describe('evaluation reports', () => {
  it('are read for their score and grade', () => {
    const reading = read(
      '青河县水务局2023年河道保洁项目绩效评价报告',
      '一、基本情况',
      '项目预算安排120万元，全年支出118万元。',
      '二、评价结论',
      '经综合评价，该项目评价得分为86.5分，评价等级为“良”。',
      '其中：决策指标得分18分（满分20分），产出指标得分36分。',
    );
    expect(told(reading)).toBe('evaluation-report self-evaluation 2023 青河县水务局 河道保洁 86.5/— 良');
    expect(reading.disclosure.scoreTotals[0]?.evidence.score?.quote).toContain('评价得分为86.5分');
    expect(reading.disclosure.budgets).toEqual([]);
  });

  it('may print their title over several lines, and cut the conclusion in two', () => {
    const reading = read(
      '青河县教育局',
      '2022年度学前教育资助项目',
      '支出绩效评价报告',
      '被评价单位：青河县教育局',
      '本次评价满分100分，最终得分',
      '92.4分，评价结果为“优”。',
    );
    expect(told(reading)).toBe(
      'evaluation-report self-evaluation 2022 青河县教育局 学前教育资助 92.4/100 优',
    );
  });

  it('are of the department as a whole where they say so', () => {
    const reading = read(
      '青河县林业局2023年度部门整体支出绩效自评报告',
      '部门整体支出自评得分91.5分，自评等级为优。',
    );
    expect(told(reading)).toBe('evaluation-report self-evaluation 2023 青河县林业局  91.5/— 优');
  });

  it('keep their tables from being budgets', () => {
    const reading = read(
      '青河县水务局2023年河道保洁项目绩效评价报告',
      '项目综合得分88分，等级为良。',
      `
      项目名称 | 河道保洁 | <
      年度资金总额（万元） | 120 | <
      一级指标 | 三级指标 | 指标值
      产出指标 | 清理垃圾 | ≥600吨
      `,
    );
    expect(reading.disclosures.map(({ stage }) => stage)).toEqual(['self-evaluation']);
    expect(reading.disclosure.projects.map(({ name }) => name)).toEqual(['河道保洁']);
  });

  it.each([
    ['a title without a score', ['青河县水务局2023年河道保洁项目绩效评价报告', '项目完成较好。']],
    ['a score without such a title', ['青河县水务局2023年部门预算公开说明', '上年项目评价得分为86.5分。']],
    ['a scale', ['河道保洁项目绩效评价报告', '综合得分90（含）-100分为优，80（含）-90分为良。']],
  ])('are not made of %s', (_, lines) => {
    expect(() => read(...lines)).toThrow('no form was recognized');
  });
});
