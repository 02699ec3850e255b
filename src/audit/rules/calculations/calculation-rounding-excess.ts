import Big from 'big.js';
import { type Figure, fenOf, figureAt } from '../../figures/figure.js';
import { showFen, showFigure, yuanOrWan } from '../../figures/format.js';
import { compareSum, isYuan } from '../../figures/intervals.js';
import { calculationOf, checkedTerms, isCalculated } from '../../subjects/calculation.js';
import type { DisclosureSubject, FormEntry } from '../../subjects/subject.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { notApplicable, notEvaluated, pass, review, type Silence } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

export const calculationRoundingExcess = defineDocumentRule({
  id: 'calculation-rounding-excess',
  version: 1,
  title: '自测算依据逐级重算与总额相差累计的取整误差',
  severity: 'note',
  tolerance: 'T2',
  authority: arithmetic('各级取整的误差逐级累计'),
  formula: 'Σ 全部项目的测算依据（不取整） 与 汇总表合计（没有时为各项目金额之和） 之差',
  why: '每一级都取整，逐级相加后总额与实际测算略有出入；金额通常很小，仅作提示。',
  messages: {
    excess:
      '全部测算依据不取整相加为{computed}，公开的总额为{reported}，相差{difference}，系各级取整累计，待核实。',
  },
  *check(disclosure) {
    const entries = disclosure.forms
      .filter(({ form }) => form.kind === 'project')
      .flatMap((form) => form.entries)
      .filter((entry) => entry.costs.length > 0);
    if (entries.length === 0) return yield notApplicable('没有支出明细');
    const leaves = leavesOf(entries);
    if ('reason' in leaves) return yield leaves;
    const tops = topsOf(disclosure, entries);
    if ('reason' in tops) return yield tops;
    const reportedFen = tops.reduce((sum, top) => sum + (fenOf(top) ?? 0), 0);
    const yuan = sumOf(leaves);
    const difference = new Big(reportedFen).times('0.01').minus(yuan);
    if (difference.eq(0)) return yield pass;
    if (
      difference
        .abs()
        .times(100)
        .gt(MOST_OF_A_LINE * (leaves.length + tops.length))
    ) {
      return yield notApplicable('总额与测算依据不符，另列');
    }
    const [top] = tops;
    const reported = tops.length === 1 && top ? showFigure(top) : showFen(reportedFen);
    yield review({
      field: 'calculation.total',
      project: null,
      message: 'excess',
      parameters: {
        computed: yuanOrWan(yuan.toFixed()),
        reported,
        difference: yuanOrWan(difference.abs().toFixed()),
      },
      reported,
      expected: yuanOrWan(yuan.toFixed()),
      differenceFen: Number(difference.times(100).round()),
      totalFen: reportedFen,
      formula: `${leaves.map((leaf) => new Big(leaf.yuan).toFixed()).join(' + ')} = ${yuan.toFixed()}（元）`,
      operands: [...tops, ...leaves.map(({ operand }) => operand)],
    });
  },
  examples: {
    passes: [
      {
        title: '没有取整误差',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                amount: '3',
                costs: [
                  {
                    item: '救助费',
                    amount: '3',
                    calculation: '3人*1万元/人=3万元',
                    terms: [{ factors: ['3人', '10000元/人'], computed: '30000', stated: '30000' }],
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
        title: '359856 元列为 35.99 万元',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                amount: '35.99',
                costs: [
                  {
                    item: '补助',
                    amount: '35.99',
                    calculation: '49人*612元/人/月*12月=35.99万元',
                    terms: [
                      { factors: ['49人', '612元/人/月', '12月'], computed: '359856', stated: '359900' },
                    ],
                  },
                ],
              },
            ],
          },
        ],
        fields: ['calculation.total'],
      },
    ],
    notApplicable: [
      {
        title: '有一行没有测算依据',
        disclosures: [{ projects: [{ name: '甲', amount: '3', costs: [{ item: '会议费', amount: '3' }] }] }],
      },
    ],
  },
});

/** A cost line with what its calculation comes to, unrounded, in 元. */
interface Leaf {
  yuan: string;
  fen: number;
  operand: OperandDraft;
}

/** Every cost line; one whose calculation does not meet its amount is another rule's business. */
function leavesOf(entries: FormEntry[]): Leaf[] | Silence {
  const leaves: Leaf[] = [];
  let products = 0;
  for (const entry of entries) {
    for (const line of entry.costs) {
      const read = calculationOf(line, entry);
      if (!isCalculated(read)) return notApplicable('有支出明细没有可重算的测算依据');
      const { computedYuan } = read.parsed;
      const fen = fenOf(read.amount);
      if (computedYuan === null || fen === null) return notEvaluated('测算依据或金额未能读出');
      if (excessOf(computedYuan, fen).abs().gt(MOST_OF_A_LINE))
        return notApplicable('测算依据与金额不符，另列');
      products += checkedTerms(read.parsed).length;
      leaves.push({ yuan: computedYuan, fen, operand: read.operand });
    }
  }
  return products === 0 ? notApplicable('测算依据没有算式') : leaves;
}

const NOTHING = new Big(0);

/** What a calculation comes to above the amount, in fen. */
const excessOf = (yuan: string, fen: number): Big =>
  isYuan(yuan, fen) ? NOTHING : new Big(yuan).times(100).minus(fen);

/** Exact sum, in 元: the amounts and what each calculation has above its own. */
function sumOf(leaves: Leaf[]): Big {
  const amounts = leaves.reduce((sum, { fen }) => sum + fen, 0);
  return leaves
    .filter(({ yuan, fen }) => !isYuan(yuan, fen))
    .reduce((sum, { yuan, fen }) => sum.plus(excessOf(yuan, fen)), new Big(amounts))
    .times('0.01');
}

/** Half of 0.01 万元, in fen: what rounding one line can hide. */
const MOST_OF_A_LINE = 5_000;

/** The printed top: the summary's 合计 where its rows are these projects, else the project amounts. */
function topsOf(disclosure: DisclosureSubject, entries: FormEntry[]): Figure[] | Silence {
  const amounts = entries.flatMap((entry) =>
    fenOf(entry.amount) !== null && entry.amount ? [entry.amount] : [],
  );
  if (amounts.length < entries.length) return notApplicable('有项目没有金额');
  const [summary, another] = disclosure.forms.filter(({ form }) => form.kind === 'summary');
  const total = summary?.form.total && figureAt(summary.form.total, summary.reading);
  if (!total || another) return amounts;
  const agreement = compareSum(total, amounts)?.agreement;
  return agreement === 'equal' || agreement === 'rounding' ? [{ ...total, label: '汇总表合计' }] : amounts;
}
