import type { CostLine } from '../../../model/disclosure.js';
import { fenOf } from '../../figures/figure.js';
import { percentOf, showFigure } from '../../figures/format.js';
import { amountOf, nameOf } from '../../subjects/calculation.js';
import type { FormEntry } from '../../subjects/subject.js';
import { fail, notApplicable, notEvaluated, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const lumpSumUnexplained = defineFormRule({
  id: 'lump-sum-unexplained',
  version: 1,
  title: '大额支出明细没有数量和单价',
  severity: 'note',
  tolerance: 'none',
  forms: ['project', 'project-list'],
  authority: guidance(
    '项目支出应当有测算依据；财政部《预算评审管理暂行办法》（财预〔2023〕95号）要求审核测算依据',
  ),
  formula: '没有“数量 × 单价”的明细，金额 ≥ 10 万元，或 ≥ 项目金额的 30%',
  why: '金额大而没有测算过程，无法判断是否合理。按定额、协议或上级文件安排的，依据可能另有说明。',
  messages: { lump: '“{item}”{amount}（占项目{share}%）的测算依据没有数量和单价：{basis}，待核实。' },
  *check(form) {
    const entries = form.entries.filter((entry) => entry.costs.length > 0);
    if (entries.length === 0) return yield notApplicable('没有支出明细');
    for (const entry of entries) {
      if (entry.costs.every((line) => !line.calculation?.trim())) yield notApplicable('表中没有测算依据');
      else for (const line of entry.costs) yield judge(line, entry);
    }
  },
  examples: {
    passes: [
      {
        title: '有数量和单价；小额不论',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                amount: '100',
                costs: [
                  {
                    item: '检测费',
                    amount: '99',
                    calculation: '990份*1000元/份',
                    terms: [{ factors: ['990份', '1000元/份'], computed: '990000' }],
                  },
                  { item: '办公费', amount: '1', calculation: '办公用品1万元', terms: [{ stated: '10000' }] },
                ],
              },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '12 万元只写了一句话',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                amount: '100',
                costs: [
                  {
                    item: '办公费',
                    amount: '12',
                    calculation: '办公用品等12万元',
                    terms: [{ stated: '120000' }],
                  },
                ],
              },
            ],
          },
        ],
        fields: ['cost:办公费'],
      },
    ],
    notApplicable: [
      {
        title: '表中没有测算依据一栏',
        disclosures: [
          { projects: [{ name: '甲', amount: '50', costs: [{ item: '办公费', amount: '50' }] }] },
        ],
      },
    ],
  },
});

/** 10 万元 in fen. */
const LARGE_FEN = 10_000_000;
const LARGE_SHARE = 30;

function judge(line: CostLine, entry: FormEntry): Verdict {
  const amount = amountOf(line, entry);
  const fen = fenOf(amount);
  if (!amount || fen === null) return notApplicable('该行没有金额');
  const text = line.calculation?.trim() ?? '';
  if (/\d/.test(text) && (!line.parsed || line.parsed.result === 'unparsed'))
    return notEvaluated('测算依据未能读出');
  if (line.parsed?.terms.some((term) => term.kind === 'product')) return pass;
  const whole = fenOf(entry.amount) ?? entry.costs.reduce((sum, { money }) => sum + (money?.fen ?? 0), 0);
  const share = percentOf(fen, whole) ?? '0';
  if (fen < LARGE_FEN && Number(share) < LARGE_SHARE) return pass;
  const cell = line.evidence.calculation;
  return fail({
    field: `cost:${nameOf(line)}`,
    project: entry.project,
    message: 'lump',
    parameters: {
      item: nameOf(line),
      amount: showFigure(amount),
      share,
      basis: text === '' ? '空白' : `“${text}”`,
    },
    reported: showFigure(amount),
    operands: [amount, ...(cell ? [{ label: '测算依据', evidence: cell, form: entry.reading }] : [])],
  });
}
