import { allEquations } from '../../equations/all.js';
import { type Equation, isEquation, obstacleOf } from '../../figures/equation.js';
import { fenOf } from '../../figures/figure.js';
import { showFen, showFigure, showSum } from '../../figures/format.js';
import { type UnitSlip, unitSlips } from '../../figures/unit-slip.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

export const amountUnitSlip = defineDocumentRule({
  id: 'amount-unit-slip',
  version: 1,
  title: '金额疑似错用单位',
  severity: 'error',
  tolerance: 'T1',
  authority: arithmetic('换一个单位后合计恰好相符'),
  formula: '一个数乘以或除以 10000（1000、100）后，所在的合计相符',
  why: '万元和元混填时金额差一万倍；换算后恰好相符，比填错数字更可能是单位错。',
  messages: {
    slip: '“{label}”印为{reported}，与相关各数不符（{formula}）；若应为{needed}（差{factor}倍）则相符，疑似单位误填，待核实。',
    either:
      '“{label}”印为{reported}，与相关各数不符（{formula}）；两边恰好差{factor}倍，疑似其中一处单位误填，待核实。',
  },
  *check(disclosure) {
    let judged = false;
    for (const equation of allEquations(disclosure)) {
      if (!isEquation(equation)) continue;
      judged = true;
      yield judge(equation);
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
  if (!slip) return pass;
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

/** 5 and 500 differ by a round factor by chance; 35.99 and 3599 do not. */
const hasTwoDigits = ({ figure }: UnitSlip): boolean =>
  (figure.money.figure ?? '').replace(/[^1-9]/g, '').length >= 2;
