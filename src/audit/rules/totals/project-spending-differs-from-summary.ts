import { projectSpendingEquation } from '../../equations/summary.js';
import { judgeEquation, SUM_MESSAGES } from '../../figures/equation.js';
import { arithmetic } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

export const projectSpendingDiffersFromSummary = defineDocumentRule({
  id: 'project-spending-differs-from-summary',
  version: 1,
  title: '部门项目支出与专项汇总表合计不符',
  severity: 'error',
  tolerance: 'T1',
  authority: arithmetic('部门整体支出绩效目标表与专项资金绩效目标汇总表同时公开，口径相同'),
  formula: '部门表“项目支出” = 汇总表“合计”（未填时为 Σ 各行）',
  why: '两张表出自同一部门同一年度。若汇总表只列一部分项目，部门项目支出大于合计属正常，应在说明中写明。',
  messages: SUM_MESSAGES,
  *check(disclosure) {
    yield judgeEquation(projectSpendingEquation(disclosure));
  },
  examples: {
    passes: [
      {
        title: '汇总表合计未填，各行之和等于项目支出',
        disclosures: [
          {
            departmentForm: { total: '120', expenditure: { 基本支出: '100', 项目支出: '20' } },
            summary: {
              total: '',
              rows: [
                { name: '甲', amount: '15' },
                { name: '乙', amount: '5' },
              ],
            },
          },
        ],
      },
    ],
    reports: [
      {
        title: '项目支出 25，汇总表合计 20',
        disclosures: [
          {
            departmentForm: { total: '125', expenditure: { 基本支出: '100', 项目支出: '25' } },
            summary: { total: '20', rows: [{ name: '甲', amount: '20' }] },
          },
        ],
        fields: ['department.project-spending'],
      },
    ],
    notApplicable: [
      {
        title: '没有汇总表',
        disclosures: [{ departmentForm: { total: '120', expenditure: { 基本支出: '100', 项目支出: '20' } } }],
      },
    ],
  },
});
