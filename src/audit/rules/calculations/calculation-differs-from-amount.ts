import Big from 'big.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { showFigure, yuanOrWan } from '../../figures/format.js';
import { agreementOf, halfWidth, isYuan } from '../../figures/intervals.js';
import { type CalculatedLine, judgeCalculations } from '../../subjects/calculation.js';
import type { FormEntry } from '../../subjects/subject.js';
import { fail, notApplicable, notEvaluated, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const calculationDiffersFromAmount = defineFormRule({
  id: 'calculation-differs-from-amount',
  version: 1,
  title: '测算依据各项之和与该行金额不符',
  severity: 'error',
  tolerance: 'T2',
  forms: ['project', 'project-list', 'department'],
  authority: arithmetic('测算依据各项之和应等于该行金额'),
  formula: 'Σ 测算依据各项（所列结果，或重新计算的结果） = 该行金额',
  why: '测算依据应当说明全部金额；只举例说明的，差额属正常。',
  messages: {
    differs: '“{item}”金额印为{reported}，测算依据各项相加为{stated}，重新计算为{computed}，待核实。',
    rounding:
      '“{item}”金额印为{reported}，测算依据所列各项相加为{stated}，相差{difference}；重新计算为{computed}，四舍五入可以解释。',
    recomputed:
      '“{item}”金额印为{reported}，与重新计算的{computed}相符，但测算依据所列结果相加为{stated}，待核实。',
  },
  check: (form) => judgeCalculations(form, (read, entry) => [judge(read, entry)]),
  examples: {
    passes: [
      {
        title: '各项之和等于金额',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                costs: [
                  {
                    item: '宣传费',
                    amount: '7',
                    calculation: '展板3万元，印刷4万元',
                    terms: [{ stated: '30000' }, { stated: '40000' }],
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
        title: '各项之和少 2 万元',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                costs: [
                  {
                    item: '宣传费',
                    amount: '9',
                    calculation: '展板3万元，印刷4万元',
                    terms: [{ stated: '30000' }, { stated: '40000' }],
                  },
                ],
              },
            ],
          },
        ],
        fields: ['cost:宣传费'],
      },
      {
        title: '所列结果之和差 0.01 万元，四舍五入可以解释',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                costs: [
                  {
                    item: '津贴',
                    amount: '3.7',
                    calculation: '12人*235元/人/月*12月=3.38万元；2人*130元/人/月*12月=0.31万元',
                    terms: [
                      { factors: ['12人', '235元/人/月', '12月'], computed: '33840', stated: '33800' },
                      { factors: ['2人', '130元/人/月', '12月'], computed: '3120', stated: '3100' },
                    ],
                  },
                ],
              },
            ],
          },
        ],
        fields: ['cost:津贴'],
      },
    ],
    notApplicable: [
      {
        title: '没有测算依据',
        disclosures: [{ projects: [{ name: '甲', costs: [{ item: '宣传费', amount: '9' }] }] }],
      },
    ],
  },
});

/** Words that say the calculation names only a part of the money, or an estimate of it. */
const PARTIAL = /其中|例如|剩余|(约|近|不超过)[\d.,]+[万千亿]?元|元(左右|上下|以上|以内)/;

function judge(read: CalculatedLine, entry: FormEntry): Verdict {
  const { parsed, amount } = read;
  const fen = fenOf(amount);
  if (!amount || fen === null) return notApplicable('该行没有金额');
  const yuan = parsed.statedYuan ?? parsed.computedYuan;
  if (yuan !== null && isYuan(yuan, fen)) return pass;
  const stated = parsed.statedYuan === null ? null : new Big(parsed.statedYuan);
  const computed = parsed.computedYuan === null ? null : new Big(parsed.computedYuan);
  const first = stated ?? computed;
  if (!first) return notEvaluated('测算依据没有可相加的金额');
  const line = new Big(fen).times('0.01');
  const own = halfWidth(amount.money, amount.form.decimals).times('0.01');
  const slack = parsed.terms.reduce((sum, term) => sum.plus(term.slackYuan ?? 0), own);
  const byStated = agreementOf(first.minus(line).abs(), stated ? slack : own);
  const recomputes = computed?.minus(line).abs().lte(own) ?? false;
  if (byStated === 'equal' || (stated === null && recomputes)) return pass;
  const finding = findingOf(read, entry, amount, { line, first, computed: computed ?? first, slack });
  if (byStated === 'rounding') return review({ ...finding, message: 'rounding', severity: 'note' });
  return recomputes ? review({ ...finding, message: 'recomputed', severity: 'note' }) : fail(finding);
}

interface Sums {
  line: Big;
  first: Big;
  computed: Big;
  slack: Big;
}

function findingOf(read: CalculatedLine, entry: FormEntry, amount: Figure, sums: Sums) {
  const { line, first, computed, slack } = sums;
  const { parsed, name } = read;
  const addends = parsed.terms
    .map((term) => term.statedYuan ?? term.computedYuan)
    .filter((yuan) => yuan !== null);
  const doubts = [
    ...(PARTIAL.test(parsed.raw) ? ['测算依据可能只列了一部分或为约数'] : []),
    ...(parsed.result === 'implied-unit' ? ['算式的金额单位系推定'] : []),
  ];
  return {
    field: `cost:${name}`,
    project: entry.project,
    message: 'differs',
    parameters: {
      item: name,
      reported: showFigure(amount),
      stated: yuanOrWan(first.toFixed()),
      computed: yuanOrWan(computed.toFixed()),
      difference: yuanOrWan(line.minus(first).abs().toFixed()),
    },
    reported: showFigure(amount),
    expected: yuanOrWan(first.toFixed()),
    differenceFen: Number(line.minus(first).times(100).round()),
    totalFen: Number(line.times(100).round()),
    toleranceFen: Number(slack.times(100).round(0, Big.roundDown)),
    formula: `${addends.join(' + ')} = ${first.toFixed()} ≠ ${line.toFixed()}（元）`,
    operands: [amount, read.operand],
    doubts,
  };
}
