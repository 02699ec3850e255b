import type { BudgetAxis, BudgetLine } from '../../model/disclosure.js';
import { arePartsWhole, blankDoubts, topLevel } from '../figures/budget-category.js';
import type { EquationOrReason } from '../figures/equation.js';
import { type Figure, figureOf } from '../figures/figure.js';
import { oncePer } from '../subjects/once-per.js';
import type { FormEntry, FormSubject } from '../subjects/subject.js';
import { notApplicable, notEvaluated } from '../verdicts/verdict.js';

type PartAxis = Exclude<BudgetAxis, 'total'>;

const AXIS_TITLE: Record<PartAxis, string> = {
  revenue: '收入性质',
  expenditure: '支出性质',
  funding: '资金来源',
};

/**
 * 资金总额 against its parts along one axis: one equation for each project, horizon and scope the form has a total for.
 * Blank parts are not zero; a form without a line of the axis is answered with a reason. The funds of an execution table
 * (自评表) are `executionEquations`.
 */
export const budgetEquations = (form: FormSubject, axis: PartAxis): EquationOrReason[] => ALONG[axis](form);

const along = (axis: PartAxis) => oncePer((form: FormSubject) => [...listEquations(form, axis)]);
const ALONG = {
  revenue: along('revenue'),
  expenditure: along('expenditure'),
  funding: along('funding'),
};

function* listEquations(form: FormSubject, axis: PartAxis): Generator<EquationOrReason> {
  let stated = false;
  for (const entry of form.entries) {
    for (const lines of groups(entry.budgets)) {
      if (!lines.some((line) => line.axis === 'total' || line.axis === axis)) continue;
      stated = true;
      if (axis !== 'funding' || entry.execution.length === 0) yield equationOf(entry, lines, axis);
    }
  }
  if (!stated) yield notApplicable('表中没有资金总额');
}

function groups(lines: BudgetLine[]): BudgetLine[][] {
  const byKey = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    const key = `${line.horizon}/${line.scope}`;
    const group = byKey.get(key);
    if (group) group.push(line);
    else byKey.set(key, [line]);
  }
  return [...byKey.values()];
}

function equationOf(entry: FormEntry, lines: BudgetLine[], axis: PartAxis): EquationOrReason {
  const [total, another] = lines.filter((line) => line.axis === 'total');
  const own = lines.filter((line) => line.axis === axis);
  if (!total) return notApplicable('表中没有资金总额');
  if (own.length === 0) return notApplicable(`未按${AXIS_TITLE[axis]}列出`);
  if (another) return notEvaluated('同一口径有多个资金总额');
  if (axis === 'expenditure' && !hasBothExpenditures(own)) return notApplicable('支出性质未列全');
  const mixed = lines.filter((line) => line.axis === 'revenue' || line.axis === 'funding');
  const isMixed = axis !== 'expenditure' && mixed.length > own.length;
  if (isMixed && axis === 'revenue') return notApplicable('收入性质与资金来源合列，按资金来源核对');
  const parts = isMixed ? mixed : own;
  const figures = parts.map((line) => figureOf(line.category, line.money, line.evidence, entry.reading));
  const top = topLevel(figures);
  const labelled = figures.map((figure, index) => ({ figure, label: parts[index]?.label ?? '' }));
  const plain = figures.filter((_, index) => index === 0 || !parts[index]?.label.includes('其中'));
  const isLimit =
    axis !== 'expenditure' &&
    !arePartsWhole(
      total.label,
      labelled.filter(({ figure }) => top.includes(figure)),
    );
  const { horizon, scope } = total;
  const whole = figureOf(total.category, total.money, total.evidence, entry.reading);
  return {
    field: `budget.${axis}${horizon === 'period' ? '/period' : ''}${scope === 'all-levels' ? '/all-levels' : ''}`,
    project: entry.project,
    total: whole,
    parts: top,
    alternatives: [figures, plain].filter((others) => isOther(others, top)),
    doubts: axis === 'expenditure' ? [] : blankDoubts(whole, top),
    isLimit,
  };
}

const isOther = (parts: Figure[], known: Figure[]): boolean => parts.length !== known.length;

const hasBothExpenditures = (parts: BudgetLine[]): boolean =>
  ['基本支出', '项目支出'].every((name) => parts.some((part) => part.category.includes(name)));
