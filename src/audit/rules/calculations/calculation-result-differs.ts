import Big from 'big.js';
import { yuanOrWan } from '../../figures/format.js';
import {
  type CalculatedLine,
  type CheckedTerm,
  checkedTerms,
  judgeCalculations,
  showTerm,
  unitDoubts,
} from '../../subjects/calculation.js';
import type { FormEntry } from '../../subjects/subject.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const calculationResultDiffers = defineFormRule({
  id: 'calculation-result-differs',
  version: 1,
  title: '测算依据中算式与所列结果不符',
  severity: 'error',
  tolerance: 'T2',
  forms: ['project', 'project-list', 'department'],
  authority: arithmetic('数量与单价的乘积按所列结果的位数取整后应相等'),
  formula: '数量 × 单价（× 次数、月数 …） = 算式后所列结果，± 结果末位的一半',
  why: '算式是金额的依据，重新计算与所列结果不同，说明数量、单价或结果有一处有误。',
  messages: { differs: '“{item}”的测算依据{formula}，按所列数字计算为{computed}，印为{stated}，待核实。' },
  check: (form) => judgeCalculations(form, judge),
  examples: {
    passes: [
      {
        title: '结果取整到两位小数的万元',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                amount: '3.38',
                costs: [
                  {
                    item: '津贴',
                    amount: '3.38',
                    calculation: '12人*235元/人/月*12月=3.38万元',
                    terms: [{ factors: ['12人', '235元/人/月', '12月'], computed: '33840', stated: '33800' }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '结果多 1 万元',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                amount: '4',
                costs: [
                  {
                    item: '救助费',
                    amount: '4',
                    calculation: '3人*1万元/人=4万元',
                    terms: [{ factors: ['3人', '10000元/人'], computed: '30000', stated: '40000' }],
                  },
                ],
              },
            ],
          },
        ],
        fields: ['calculation:救助费/救助费'],
      },
    ],
    notApplicable: [
      {
        title: '只有金额没有算式',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                amount: '4',
                costs: [
                  { item: '办公费', amount: '4', calculation: '办公用品4万元', terms: [{ stated: '40000' }] },
                ],
              },
            ],
          },
        ],
      },
      {
        title: '测算依据读不出',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                amount: '4',
                costs: [{ item: '办公费', amount: '4', calculation: '据实', unparsed: true }],
              },
            ],
          },
        ],
      },
    ],
  },
});

function* judge(read: CalculatedLine, entry: FormEntry): Iterable<Verdict> {
  const terms = checkedTerms(read.parsed);
  if (terms.length === 0) yield notApplicable('测算依据没有带结果的算式');
  for (const term of terms) yield judgeTerm(term, read, entry);
}

function judgeTerm(term: CheckedTerm, read: CalculatedLine, entry: FormEntry): Verdict {
  if (term.computedYuan === term.statedYuan) return pass;
  const [computed, stated] = [new Big(term.computedYuan), new Big(term.statedYuan)];
  const slack = new Big(term.slackYuan ?? 0);
  if (computed.minus(stated).abs().lte(slack)) return pass;
  const formula = `${showTerm(term)} = ${computed.toFixed()} ≠ ${stated.toFixed()}（元）`;
  return fail({
    field: `calculation:${read.name}/${term.label}`,
    project: entry.project,
    message: 'differs',
    parameters: {
      item: read.name,
      formula: showTerm(term),
      computed: yuanOrWan(computed.toFixed()),
      stated: yuanOrWan(stated.toFixed()),
    },
    reported: yuanOrWan(stated.toFixed()),
    expected: yuanOrWan(computed.toFixed()),
    differenceFen: Number(stated.minus(computed).times(100).round()),
    totalFen: Number(stated.times(100).round()),
    toleranceFen: Number(slack.times(100).round()),
    formula,
    operands: [read.operand],
    doubts: unitDoubts(term),
  });
}
