import type Big from 'big.js';
import type { Indicator } from '../../../model/disclosure.js';
import { fenIn } from '../../../model/facts/money-units.js';
import { fenOf } from '../../figures/figure.js';
import { showFen, showFigure } from '../../figures/format.js';
import { decimalsOf, halfPlace, halfWidth } from '../../figures/intervals.js';
import { isPartInWrongUnit } from '../../figures/unit-slip.js';
import { budgetOfTarget, costTargets, unitDoubtsOf } from '../../subjects/cost-target.js';
import type { FormEntry } from '../../subjects/subject.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { DisclosureSpec, TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const costTargetExceedsBudget = defineFormRule({
  id: 'cost-target-exceeds-budget',
  version: 2,
  title: '成本指标大于预算数',
  severity: 'warning',
  tolerance: 'T1',
  forms: ['department', 'project', 'project-list'],
  authority: guidance('设置成本指标以加强成本管理和成本控制', '财预〔2021〕101号'),
  formula: '成本指标的金额（总额，不是单价） ≤ 项目（部门）预算数',
  why: '成本上限高于预算，成本指标就不起约束作用。总投资、概算等跨年口径可能高于当年预算。',
  messages: {
    exceeds: '成本指标“{name}”的指标值为“{target}”，大于预算数{budget}，多{difference}，待核实。',
    spanning:
      '成本指标“{name}”的指标值为“{target}”，大于当年预算数{budget}；可能是跨年或总投资口径，待核实。',
  },
  *check(form) {
    let stated = false;
    for (const entry of form.entries) {
      for (const { indicator, fen } of costTargets(entry)) {
        stated = true;
        yield judge(entry, indicator, fen);
      }
    }
    if (!stated) yield notApplicable('没有以金额表示的成本指标');
  },
  examples: {
    passes: [
      {
        title: '成本指标等于预算数',
        disclosures: [limiting('≤20万元', ['money', '<=', '20', '万元', '200000', '元'])],
      },
    ],
    reports: [
      {
        title: '成本指标 30 万元，预算 20 万元',
        disclosures: [limiting('≤30万元', ['money', '<=', '30', '万元', '300000', '元'])],
        fields: ['indicator:不超过预算'],
      },
    ],
    notApplicable: [
      {
        title: '成本指标没有金额',
        disclosures: [limiting('按要求支出')],
      },
    ],
  },
});

const SPANNING = /总投资|概算|全周期|累计|合同/;

function judge(entry: FormEntry, indicator: Indicator, fen: Big): Verdict {
  const budget = budgetOfTarget(entry, indicator);
  const limit = fenOf(budget);
  if (!budget || limit === null) return notApplicable('没有同口径的预算数');
  if (isPartInWrongUnit(fen, limit)) return notApplicable('疑似单位误填，见金额疑似错用单位');
  const difference = fen.minus(limit);
  if (difference.lte(halfWidth(budget.money, budget.form.decimals).plus(halfStep(indicator)))) return pass;
  const { name, target } = indicator;
  const text = `${name}${indicator.description ?? ''}${target ?? ''}`;
  const spanning = SPANNING.test(text);
  const verdict = spanning ? review : fail;
  const differenceFen = Number(difference.round());
  return verdict({
    field: `indicator:${name}`,
    project: entry.project,
    message: spanning ? 'spanning' : 'exceeds',
    parameters: {
      name,
      target: target ?? '',
      budget: showFigure(budget),
      difference: showFen(differenceFen, budget.money.unit ?? '万元'),
    },
    reported: target ?? '',
    expected: `≤${showFigure(budget)}`,
    differenceFen,
    totalFen: limit,
    operands: [
      {
        label: '指标值',
        evidence: indicator.evidence.target ?? indicator.evidence.name,
        form: entry.reading,
      },
      budget,
    ],
    doubts: unitDoubtsOf(indicator),
  });
}

/** Half of the last printed place of a target in 万元 or 元, in fen. */
function halfStep({ parsed }: Indicator): Big {
  const unit = parsed.unit === '元' ? '元' : '万元';
  const decimals = Math.max(decimalsOf(parsed.value ?? ''), unit === '万元' ? 2 : 0);
  return halfPlace(decimals).times(fenIn(unit));
}

function limiting(target: string, parsed?: TargetSpec): DisclosureSpec {
  const indicator = { level1: '成本指标', name: '不超过预算', target, parsed };
  return { projects: [{ name: '甲', amount: '20', indicators: [indicator] }] };
}
