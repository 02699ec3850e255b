import { TABLE_KINDS } from '../../../model/facts/form-kinds.js';
import { budgetEquations } from '../../equations/budget.js';
import { executionEquations } from '../../equations/execution.js';
import { judgeEquation, SUM_MESSAGES } from '../../figures/equation.js';
import { arithmetic } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const budgetDiffersFromFunding = defineFormRule({
  id: 'budget-differs-from-funding',
  version: 1,
  title: '预算数与财政资金、其他资金之和不符',
  severity: 'error',
  tolerance: 'T1',
  forms: TABLE_KINDS,
  authority: arithmetic('同一张表内总额等于各资金来源之和'),
  formula: '预算数（年度资金总额） = 财政资金 + 其他资金（+ 上年结转 …）',
  why: '各资金来源之和应等于预算数；差额可能是漏列了一项来源，也可能是填错。',
  messages: SUM_MESSAGES,
  *check(form) {
    for (const equation of executionEquations(form)) yield judgeEquation(equation);
    for (const equation of budgetEquations(form, 'funding')) yield judgeEquation(equation);
  },
  examples: {
    passes: [
      {
        title: '财政资金等于预算数，其他资金空白',
        disclosures: [
          { projects: [{ name: '甲', amount: '10.00', funding: { 财政资金: '10.00', 其他资金: '' } }] },
        ],
      },
    ],
    reports: [
      {
        title: '两项来源之和少 2 万元',
        disclosures: [
          { projects: [{ name: '甲', amount: '10.00', funding: { 财政资金: '7.00', 其他资金: '1.00' } }] },
        ],
        fields: ['budget.funding'],
      },
    ],
    notApplicable: [
      {
        title: '各来源均空白',
        disclosures: [{ projects: [{ name: '甲', amount: '5', funding: { 财政拨款: '', 其他资金: '' } }] }],
      },
    ],
  },
});
