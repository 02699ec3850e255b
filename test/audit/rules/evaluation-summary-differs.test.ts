import { describe, expect, it } from 'vitest';
import type { ProjectSpec } from '../../../src/audit/rules/example.js';
import { evaluationSummaryDiffers } from '../../../src/audit/rules/scores/evaluation-summary-differs.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

const evaluated = (name: string, score: string, budget = '80', spent = '76'): ProjectSpec => ({
  name,
  kind: 'project-self-evaluation',
  execution: { budget, spent, rate: '95%', weight: '10', score: '9.5' },
  scoreTotal: { weight: '100', score },
});

async function said(projects: ProjectSpec[], ...paragraphs: string[]): Promise<string[]> {
  const source = sourceOf([buildDocument({ projects, paragraphs })]);
  const { findings } = await runAudit(source, {}, [evaluationSummaryDiffers]);
  return findings.map(({ parameters: { name, stated, printed } }) => `${name} ${stated} ${printed}`);
}

describe('evaluation-summary-differs', () => {
  it.each([
    ['1.河道保洁项目绩效自评综述：项目自评得分为91分。', '河道保洁 自评得分91分 92.6分'],
    ['（二）“河道保洁”自评综述。自评总分：90.6分', '河道保洁 自评得分90.6分 92.6分'],
    ['河道保洁项目自评得分92.6分，全年预算数为800万元。', '河道保洁 预算数800万元 80万元'],
    ['河道保洁项目自评得分92.6分，全年预算数80万元，执行数为67.00万元。', '河道保洁 执行数67.00万元 76万元'],
    [
      '河道保洁综述：自评综合得分92.6分。全年预算数为800000元，执行数为670000元。',
      '河道保洁 执行数670000元 76万元',
    ],
  ])('finds: %s', async (text, expected) => {
    expect(await said([evaluated('河道保洁', '92.6')], text)).toEqual([expected]);
  });

  it.each([
    '河道保洁项目自评得分为92.6分。全年预算数为80.00万元，执行数为76万元。',
    '河道保洁项目自评得分93分。',
    '河道保洁项目自评得分92.60分，全年预算数为0.008亿元。',
    '部门整体支出绩效自评得分88分，其中河道保洁等项目均已自评。',
    '部门整体含河道保洁等支出，自评得分88分。',
    '绿化养护项目自评得分为88分。',
    '河道保洁项目完成清淤12公里，预算数为90万元。',
    '河道保洁项目上年评价等级为良，满分100分。',
  ])('stays silent: %s', async (text) => {
    expect(await said([evaluated('河道保洁', '92.6')], text)).toEqual([]);
  });

  it('takes the project whose whole name is said', async () => {
    const both = [evaluated('河道保洁', '92.6'), evaluated('河道保洁设备购置', '85')];
    expect(
      await said(both, '河道保洁设备购置项目自评得分为85分。', '河道保洁项目自评得分为92.6分。'),
    ).toEqual([]);
    expect(await said(both, '河道保洁、绿化、河道保洁设备购置三个项目平均自评得分为85.9分。')).toEqual([]);
  });

  it('compares nothing where two forms bear one name', async () => {
    const twice = [evaluated('河道保洁', '92.6'), evaluated('河道 保洁', '85')];
    expect(await said(twice, '河道保洁项目自评得分为88分。')).toEqual([]);
  });
});
