import Big from 'big.js';
import type { ExecutionLine } from '../../../model/disclosure.js';
import type { Money } from '../../../model/money.js';
import { exactRate, meetsRate } from '../../figures/execution-rate.js';
import { decimalsOf, isPrintOf } from '../../figures/intervals.js';
import { isBlankRate, isFigure } from '../../subjects/scores.js';
import type { FormEntry } from '../../subjects/subject.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { ExecutionSpec, ProjectSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const executionRateDiffers = defineFormRule({
  id: 'execution-rate-differs',
  version: 2,
  title: '自评表执行率或其得分与所列数字不符',
  severity: 'error',
  tolerance: 'T2',
  forms: ['project-self-evaluation', 'department-self-evaluation'],
  authority: guidance('预算执行率 = 实际支出 ÷ 预算安排，按比例计分', '财预〔2020〕10号'),
  formula: '执行率 = 全年执行数 ÷ 全年预算数；得分 = 分值 × 执行率（不超过分值）',
  why: '执行率直接计入自评得分；执行率得分各地有分档计分的，得分不成比例可能正常。',
  messages: {
    rate: '{line}执行率印为{rate}%，按执行数{spent}除以预算数{budget}计算为{computed}%，待核实。',
    initial: '{line}执行率印为{rate}%，按全年预算数计算为{computed}%，按年初预算数计算则相符，待核实。',
    score:
      '{line}执行率得分印为{score}，按分值{weight}乘以执行率{rate}%计算为{computed}，分档计分的除外，待核实。',
  },
  *check(form) {
    const lines = form.entries.flatMap((entry) => entry.execution.map((line) => ({ entry, line })));
    if (lines.length === 0) return yield notApplicable('没有预算执行情况');
    for (const { entry, line } of lines) {
      yield judgeRate(entry, line);
      if (line.score !== null && line.weight !== null) yield judgeScore(entry, line, line.score, line.weight);
    }
  },
  examples: {
    passes: [
      {
        title: '98.5% 与得分 9.85',
        disclosures: [
          {
            projects: [
              evaluated({ budget: '100', spent: '98.5', rate: '98.5%', weight: '10', score: '9.85' }),
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '执行率写成 95%',
        disclosures: [{ projects: [evaluated({ budget: '100', spent: '98.5', rate: '95%' })] }],
        fields: ['execution.rate/年度资金总额'],
      },
      {
        title: '得分与执行率不成比例：待核实',
        disclosures: [
          { projects: [evaluated({ budget: '100', spent: '80', rate: '80%', weight: '10', score: '10' })] },
        ],
        fields: ['execution.score/年度资金总额'],
      },
    ],
    notApplicable: [
      {
        title: '没有执行情况',
        disclosures: [{ projects: [{ name: '甲', kind: 'project-self-evaluation' }] }],
      },
      {
        title: '执行数空白',
        disclosures: [{ projects: [evaluated({ budget: '100', spent: '', rate: '' })] }],
      },
    ],
  },
});

function judgeRate(entry: FormEntry, line: ExecutionLine): Verdict {
  const { initial, spent, rate } = line;
  const base = baseOf(line);
  if (!isFigure(rate) || isBlankRate(line, entry.execution)) return notApplicable('没有执行率');
  const computed = exactRate(base, spent);
  if (!base || !spent || !computed) return notApplicable('没有预算数或执行数');
  if (meetsRate(rate, base, spent, entry.reading)) return pass;
  const byInitial = initial !== null && initial !== base && meetsRate(rate, initial, spent, entry.reading);
  const shown = computed.toFixed(Math.max(2, decimalsOf(rate)));
  return (byInitial ? review : fail)({
    field: `execution.rate/${line.category}`,
    project: entry.project,
    message: byInitial ? 'initial' : 'rate',
    parameters: {
      line: line.category,
      rate,
      spent: `${spent.figure ?? ''}${spent.unit ?? ''}`,
      budget: `${base.figure ?? ''}${base.unit ?? ''}`,
      computed: shown,
    },
    reported: `${rate}%`,
    expected: `${shown}%`,
    formula: `${spent.figure ?? ''} ÷ ${base.figure ?? ''} = ${shown}% ≠ ${rate}%`,
    operands: operandsOf(entry, line, [
      'rate',
      'spent',
      base === initial || byInitial ? 'initial' : 'budget',
      ...(byInitial ? ['budget'] : []),
    ]),
  });
}

/** A score that follows from the recomputed rate is right: a wrong printed rate is one fault, not two. */
function judgeScore(entry: FormEntry, line: ExecutionLine, score: string, weight: string): Verdict {
  const { rate } = line;
  if (rate === null || ![rate, score, weight].every(isFigure) || isBlankRate(line, entry.execution)) {
    return notApplicable('没有执行率');
  }
  const computed = scoreOf(weight, new Big(rate));
  const recomputed = exactRate(baseOf(line), line.spent);
  const possible = [computed, ...(recomputed ? [scoreOf(weight, recomputed)] : [])];
  if (possible.some((each) => isPrintOf(score, each))) return pass;
  return review({
    field: `execution.score/${line.category}`,
    project: entry.project,
    message: 'score',
    parameters: { line: line.category, score, weight, rate, computed: computed.toFixed() },
    reported: score,
    expected: computed.toFixed(),
    formula: `${weight} × ${rate}% = ${computed.toFixed()} ≠ ${score}`,
    operands: operandsOf(entry, line, ['score', 'weight', 'rate']),
  });
}

/** 全年预算数, where there is none 年初预算数. */
const baseOf = ({ budget, initial }: ExecutionLine): Money | null =>
  budget?.state === 'amount' ? budget : initial;

const scoreOf = (weight: string, rate: Big): Big => new Big(weight).times(rate.gt(100) ? 100 : rate).div(100);

const LABELS: Record<string, string> = {
  initial: '年初预算数',
  budget: '全年预算数',
  spent: '全年执行数',
  rate: '执行率',
  weight: '分值',
  score: '得分',
};

/** The cells a verdict rests on, the one in doubt first. */
const operandsOf = ({ reading }: FormEntry, { evidence }: ExecutionLine, fields: string[]): OperandDraft[] =>
  fields.flatMap((field) => {
    const cell = evidence[field];
    return cell ? [{ label: LABELS[field] ?? field, evidence: cell, form: reading }] : [];
  });

function evaluated(execution: ExecutionSpec): ProjectSpec {
  return { name: '甲', kind: 'project-self-evaluation', execution };
}
