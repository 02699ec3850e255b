import { projectsEquation } from '../../equations/department.js';
import { judgeEquation, SUM_MESSAGES } from '../../figures/equation.js';
import { arithmetic } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

export const projectsDifferFromDepartment = defineDocumentRule({
  id: 'projects-differ-from-department',
  version: 1,
  title: '各项目表金额之和与部门项目支出不符',
  severity: 'warning',
  tolerance: 'T1',
  authority: arithmetic('项目全部公开时，项目金额之和应等于部门项目支出'),
  formula: '部门表“项目支出” = Σ 项目表金额（汇总表所列项目均有项目表时）',
  why: '项目全部公开而金额之和不等于项目支出，说明有项目漏列或金额有误。',
  messages: SUM_MESSAGES,
  *check(disclosure) {
    yield judgeEquation(projectsEquation(disclosure));
  },
  examples: {
    passes: [
      {
        title: '项目之和等于项目支出',
        disclosures: [
          {
            departmentForm: { total: '120', expenditure: { 基本支出: '100', 项目支出: '20' } },
            summary: {
              rows: [
                { name: '甲', amount: '15' },
                { name: '乙', amount: '5' },
              ],
            },
            projects: [
              { name: '甲', amount: '15' },
              { name: '乙', amount: '5' },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '项目之和少 5 万元',
        disclosures: [
          {
            departmentForm: { total: '120', expenditure: { 基本支出: '100', 项目支出: '20' } },
            summary: { total: '20', rows: [{ name: '甲', amount: '20' }] },
            projects: [{ name: '甲', amount: '15' }],
          },
        ],
        fields: ['department.projects'],
      },
    ],
    notApplicable: [
      {
        title: '有项目没有公开',
        disclosures: [
          {
            departmentForm: { total: '120', expenditure: { 基本支出: '100', 项目支出: '20' } },
            summary: {
              total: '20',
              rows: [
                { name: '甲', amount: '15' },
                { name: '乙', amount: '5' },
              ],
            },
            projects: [{ name: '甲', amount: '15' }],
          },
        ],
      },
    ],
  },
});
