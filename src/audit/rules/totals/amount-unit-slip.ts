import type Big from 'big.js';
import { allEquations } from '../../equations/all.js';
import { type Equation, isEquation, obstacleOf } from '../../figures/equation.js';
import { fenOf } from '../../figures/figure.js';
import { showFen, showFigure, showSum } from '../../figures/format.js';
import {
  distantSide,
  isPartInWrongUnit,
  isTenThousandfold,
  type UnitSlip,
  unitSlips,
} from '../../figures/unit-slip.js';
import { budgetOfTarget, type CostTarget, costTargets, unitDoubtsOf } from '../../subjects/cost-target.js';
import type { FormEntry } from '../../subjects/subject.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

export const amountUnitSlip = defineDocumentRule({
  id: 'amount-unit-slip',
  version: 3,
  title: '金额疑似错用单位',
  severity: 'error',
  tolerance: 'T1',
  authority: arithmetic('换一个单位后合计恰好相符'),
  formula:
    '一个数乘以或除以 10000（1000、100）后，所在的合计相符；或与合计差约 10000 倍，成本指标为预算数的 1000 至 20000 倍',
  why: '万元和元混填时金额差一万倍；换算后恰好相符，比填错数字更可能是单位错。',
  messages: {
    slip: '“{label}”印为{reported}，与相关各数不符（{formula}）；若应为{needed}（差{factor}倍）则相符，疑似单位误填，待核实。',
    either:
      '“{label}”印为{reported}，与相关各数不符（{formula}）；两边恰好差{factor}倍，疑似其中一处单位误填，待核实。',
    far: '“{label}”印为{reported}，与相关各数相差约{factor}倍（{formula}），疑似单位误填，待核实。',
    target: '成本指标“{name}”的指标值为“{target}”，约为预算数{budget}的{factor}倍，疑似单位误填，待核实。',
  },
  *check(disclosure) {
    let judged = false;
    for (const equation of allEquations(disclosure)) {
      if (!isEquation(equation)) continue;
      judged = true;
      yield judge(equation);
    }
    for (const { entries } of disclosure.forms) {
      for (const entry of entries) {
        for (const target of costTargets(entry)) {
          judged = true;
          yield judgeTarget(entry, target);
        }
      }
    }
    if (!judged) yield notApplicable('没有可核对的合计');
  },
  examples: {
    passes: [
      {
        title: '合计相符',
        disclosures: [{ summary: { total: '10', rows: [{ name: '甲', amount: '10' }] } }],
      },
      {
        title: '不符，但不差整倍数',
        disclosures: [{ summary: { total: '12', rows: [{ name: '甲', amount: '10' }] } }],
      },
    ],
    reports: [
      {
        title: '有一行填成了元',
        disclosures: [
          {
            summary: {
              total: '12.5',
              rows: [
                { name: '甲', amount: '100000' },
                { name: '乙', amount: '2.5' },
              ],
            },
          },
        ],
        fields: ['unit-slip/summary.total'],
      },
      {
        title: '成本指标按元填进了万元的表',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                amount: '21',
                indicators: [
                  {
                    level1: '成本指标',
                    name: '不超过预算（万元）',
                    target: '210000',
                    parsed: ['money', '=', '210000', '万元', '2100000000', '元'],
                  },
                ],
              },
            ],
          },
        ],
        fields: ['unit-slip/indicator:不超过预算（万元）'],
      },
    ],
    notApplicable: [{ title: '没有合计', disclosures: [{ projects: [{ name: '甲', amount: '20' }] }] }],
  },
});

const TEN_THOUSAND = 10_000;

function judge(equation: Equation): Verdict {
  const obstacle = obstacleOf(equation);
  if (obstacle) return obstacle;
  const slips = unitSlips(equation);
  const [slip] = slips;
  if (!slip) return judgeDistance(equation);
  const { figure, factor, needed } = slip;
  const addends = equation.parts.filter((part) => fenOf(part));
  const single = addends.length > 1 && slips.every((other) => other.figure === figure);
  const finding = {
    field: `unit-slip/${equation.field}`,
    project: equation.project,
    message: single ? 'slip' : 'either',
    parameters: {
      label: figure.label,
      reported: showFigure(figure),
      formula: showSum(equation.total, equation.parts),
      needed: showFen(needed, figure.money.unit ?? '万元'),
      factor: String(factor),
    },
    reported: showFigure(figure),
    expected: showFen(needed, figure.money.unit ?? '万元'),
    differenceFen: (figure.money.fen ?? 0) - needed,
    totalFen: figure.money.fen ?? 0,
    formula: showSum(equation.total, equation.parts),
    operands: [equation.total, ...equation.parts],
    doubts: equation.doubts,
  };
  return single && (factor === TEN_THOUSAND || hasTwoDigits(slip)) ? fail(finding) : review(finding);
}

/** No single change of unit makes the sum meet, but ten thousand times is no slip of a digit. */
function judgeDistance(equation: Equation): Verdict {
  const distant = distantSide(equation);
  if (!distant) return pass;
  const { figure, needed } = distant;
  const unit = figure.money.unit ?? '万元';
  const formula = showSum(equation.total, equation.parts);
  return fail({
    field: `unit-slip/${equation.field}`,
    project: equation.project,
    message: 'far',
    parameters: { label: figure.label, reported: showFigure(figure), formula, factor: String(TEN_THOUSAND) },
    reported: showFigure(figure),
    expected: `约${showFen(needed, unit)}`,
    differenceFen: Math.round((figure.money.fen ?? 0) - needed),
    totalFen: figure.money.fen ?? 0,
    formula,
    operands: [equation.total, ...equation.parts],
    doubts: equation.doubts,
  });
}

/** A cost target thousands of times the budget it stands under, or exactly a ten-thousandth of it where it names the budget. */
function judgeTarget(entry: FormEntry, { indicator, fen }: CostTarget): Verdict {
  const budget = budgetOfTarget(entry, indicator);
  const limit = fenOf(budget);
  if (!budget || !limit) return notApplicable('没有同口径的预算数');
  const isSmall = /预算|总/.test(indicator.name) && fen.times(TEN_THOUSAND).eq(limit);
  if (!isSmall && !isPartInWrongUnit(fen, limit)) return pass;
  const { name, target, evidence } = indicator;
  return fail({
    field: `unit-slip/indicator:${name}`,
    project: entry.project,
    message: 'target',
    parameters: {
      name,
      target: target ?? '',
      budget: showFigure(budget),
      factor: isSmall ? '1/10000' : factorOf(fen, limit),
    },
    reported: target ?? '',
    expected: `≤${showFigure(budget)}`,
    differenceFen: Number(fen.minus(limit).round()),
    totalFen: limit,
    operands: [{ label: '指标值', evidence: evidence.target ?? evidence.name, form: entry.reading }, budget],
    doubts: unitDoubtsOf(indicator),
  });
}

/** About 10,000; of one cost among several the times it is. */
const factorOf = (fen: Big, limit: number): string =>
  isTenThousandfold(fen, limit) ? String(TEN_THOUSAND) : fen.div(limit).round().toFixed();

/** 5 and 500 differ by a round factor by chance; 35.99 and 3599 do not. */
const hasTwoDigits = ({ figure }: UnitSlip): boolean =>
  (figure.money.figure ?? '').replace(/[^1-9]/g, '').length >= 2;
