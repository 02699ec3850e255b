import { budgetEquations } from '../../equations/budget.js';
import { judgeEquation, SUM_MESSAGES } from '../../figures/equation.js';
import { arithmetic } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const budgetTotalDiffersFromExpenditure = defineFormRule({
  id: 'budget-total-differs-from-expenditure',
  version: 1,
  title: '资金总额与基本支出、项目支出之和不符',
  severity: 'error',
  tolerance: 'T1',
  forms: ['department', 'department-self-evaluation'],
  authority: arithmetic('同一张表内总额等于分项之和；部门预算支出分为基本支出和项目支出'),
  formula: '资金总额 = 基本支出 + 项目支出',
  why: '部门预算全部支出分为基本支出和项目支出，两者之和应等于资金总额。',
  messages: SUM_MESSAGES,
  *check(form) {
    for (const equation of budgetEquations(form, 'expenditure')) yield judgeEquation(equation);
  },
  examples: {
    passes: [
      {
        title: '基本支出与项目支出之和等于总额',
        disclosures: [
          { departmentForm: { total: '120.5', expenditure: { 基本支出: '100.5', 项目支出: '20' } } },
        ],
      },
      {
        title: '人员经费已含在基本支出中',
        disclosures: [
          {
            departmentForm: {
              total: '120',
              expenditure: { 基本支出: '100', 人员经费: '80', 项目支出: '20' },
            },
          },
        ],
      },
    ],
    reports: [
      {
        title: '项目支出多 10 万元',
        disclosures: [{ departmentForm: { total: '120', expenditure: { 基本支出: '100', 项目支出: '30' } } }],
        fields: ['budget.expenditure'],
      },
    ],
    notApplicable: [
      {
        title: '只列了基本支出',
        disclosures: [{ departmentForm: { total: '120', expenditure: { 基本支出: '100' } } }],
      },
    ],
  },
});
