import { summaryFormEquations } from '../../equations/summary-form.js';
import { judgeEquation, SUM_MESSAGES } from '../../figures/equation.js';
import { arithmetic } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

export const summaryRowDiffersFromForm = defineDocumentRule({
  id: 'summary-row-differs-from-form',
  version: 1,
  title: '汇总表中的项目金额与项目表不符',
  severity: 'error',
  tolerance: 'T1',
  authority: arithmetic('同一文件中同一项目的金额应当一致'),
  formula: '汇总表中该项目金额 = 项目表金额（分支出方向的为各方向之和）',
  why: '同一项目在两张表中金额不同，至少一处有误。',
  messages: {
    ...SUM_MESSAGES,
    ambiguous:
      '“{label}”印为{reported}，{whole}为{computed}（{formula}），相差{difference}；汇总表金额与所属专项金额相符，可能另有支出方向未公开，待核实。',
  },
  *check(disclosure) {
    for (const equation of summaryFormEquations(disclosure)) yield judgeEquation(equation);
  },
  examples: {
    passes: [
      {
        title: '两处金额一致',
        disclosures: [
          {
            summary: { total: '10', rows: [{ name: '甲', amount: '10' }] },
            projects: [{ name: '甲', amount: '10.00' }],
          },
        ],
      },
    ],
    reports: [
      {
        title: '汇总表 10，项目表 8',
        disclosures: [
          {
            summary: { total: '10', rows: [{ name: '甲', amount: '10' }] },
            projects: [{ name: '甲', amount: '8' }],
          },
        ],
        fields: ['summary.row'],
      },
    ],
    notApplicable: [
      { title: '没有汇总表', disclosures: [{ projects: [{ name: '甲', amount: '8' }] }] },
      {
        title: '该项目没有单独的表',
        disclosures: [{ summary: { total: '10', rows: [{ name: '甲', amount: '10' }] } }],
      },
    ],
  },
});
