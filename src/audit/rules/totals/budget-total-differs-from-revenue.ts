import { budgetEquations } from '../../equations/budget.js';
import { judgeEquation, SUM_MESSAGES } from '../../figures/equation.js';
import { arithmetic } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const budgetTotalDiffersFromRevenue = defineFormRule({
  id: 'budget-total-differs-from-revenue',
  version: 1,
  title: '资金总额与按收入性质各项之和不符',
  severity: 'error',
  tolerance: 'T1',
  forms: ['department', 'department-self-evaluation'],
  authority: arithmetic('同一张表内总额等于分项之和'),
  formula: '资金总额 = Σ 按收入性质分的各项',
  why: '总额与分项同表公开，差额说明至少有一个数填错。',
  messages: SUM_MESSAGES,
  *check(form) {
    for (const equation of budgetEquations(form, 'revenue')) yield judgeEquation(equation);
  },
  examples: {
    passes: [
      {
        title: '分项之和等于总额',
        disclosures: [
          { departmentForm: { total: '120.5', revenue: { 一般公共预算拨款: '120', 其他资金: '0.5' } } },
        ],
      },
      {
        title: '空白的分项不是零，其余各项相加相符',
        disclosures: [
          { departmentForm: { total: '120', revenue: { 一般公共预算拨款: '120', 政府性基金拨款: '' } } },
        ],
      },
    ],
    reports: [
      {
        title: '少了 20 万元',
        disclosures: [
          { departmentForm: { total: '120', revenue: { 一般公共预算拨款: '100', 其他资金: '0' } } },
        ],
        fields: ['budget.revenue'],
      },
    ],
    notApplicable: [
      {
        title: '分项全部空白',
        disclosures: [{ departmentForm: { total: '120', revenue: { 一般公共预算拨款: '', 其他资金: '' } } }],
      },
      { title: '没有按收入性质列', disclosures: [{ departmentForm: { total: '120' } }] },
    ],
  },
});
