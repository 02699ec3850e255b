import { costEquations } from '../../equations/project.js';
import { judgeEquation, SUM_MESSAGES } from '../../figures/equation.js';
import { arithmetic } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const projectAmountDiffersFromCosts = defineFormRule({
  id: 'project-amount-differs-from-costs',
  version: 1,
  title: '项目金额与支出明细不符',
  severity: 'error',
  tolerance: 'T1',
  forms: ['project', 'project-list'],
  authority: arithmetic('同一张表内项目金额等于支出明细之和'),
  formula: '项目金额 = 支出明细合计；项目金额 = Σ 支出明细',
  why: '支出明细是项目金额的构成，差额说明金额没有依据或明细漏列。',
  messages: SUM_MESSAGES,
  *check(form) {
    for (const equation of costEquations(form)) yield judgeEquation(equation);
  },
  examples: {
    passes: [
      {
        title: '金额、合计与明细一致',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                amount: '10',
                costTotal: '10',
                costs: [
                  { item: '会议费', amount: '4' },
                  { item: '印刷费', amount: '6' },
                ],
              },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '合计写错，明细之和等于金额',
        disclosures: [
          {
            projects: [
              { name: '甲', amount: '10', costTotal: '12', costs: [{ item: '会议费', amount: '10' }] },
            ],
          },
        ],
        fields: ['cost.total'],
      },
      {
        title: '明细之和少 1 万元',
        disclosures: [
          {
            projects: [
              { name: '甲', amount: '10', costTotal: '10', costs: [{ item: '会议费', amount: '9' }] },
            ],
          },
        ],
        fields: ['cost.lines'],
      },
    ],
    notApplicable: [{ title: '没有支出明细', disclosures: [{ projects: [{ name: '甲', amount: '10' }] }] }],
  },
});
