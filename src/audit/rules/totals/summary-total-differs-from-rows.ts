import { summaryEquation } from '../../equations/summary.js';
import { judgeEquation, SUM_MESSAGES } from '../../figures/equation.js';
import { arithmetic } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const summaryTotalDiffersFromRows = defineFormRule({
  id: 'summary-total-differs-from-rows',
  version: 1,
  title: '汇总表合计与各行之和不符',
  severity: 'error',
  tolerance: 'T1',
  forms: ['summary', 'project-list'],
  authority: arithmetic('同一张表内合计等于各行之和'),
  formula: '合计 = Σ 各专项金额',
  why: '合计与各行不符，说明有一行或合计填错，也可能漏列了一行。',
  messages: SUM_MESSAGES,
  *check(form) {
    yield judgeEquation(summaryEquation(form));
  },
  examples: {
    passes: [
      {
        title: '合计等于各行之和',
        disclosures: [
          {
            summary: {
              total: '12.5',
              rows: [
                { name: '甲', amount: '10' },
                { name: '乙', amount: '2.5' },
              ],
            },
          },
        ],
      },
    ],
    reports: [
      {
        title: '合计多 3 万元',
        disclosures: [
          {
            summary: {
              total: '15.5',
              rows: [
                { name: '甲', amount: '10' },
                { name: '乙', amount: '2.5' },
              ],
            },
          },
        ],
        fields: ['summary.total'],
      },
      {
        title: '其中一行像是后两行的小计：待核实，不作差错',
        disclosures: [
          {
            summary: {
              total: '10',
              rows: [
                { name: '甲', amount: '10' },
                { name: '乙', amount: '4' },
                { name: '丙', amount: '6' },
              ],
            },
          },
        ],
        fields: ['summary.total'],
      },
    ],
    notApplicable: [
      { title: '合计空白', disclosures: [{ summary: { total: '', rows: [{ name: '甲', amount: '10' }] } }] },
    ],
  },
});
