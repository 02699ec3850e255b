import type { BudgetAxis, BudgetLine } from '../../model/disclosure.js';
import type { EquationOrReason } from '../equation.js';
import { figureOf } from '../figure.js';
import type { FormEntry, FormSubject } from '../subject.js';
import { notApplicable, notEvaluated } from '../verdict.js';

type PartAxis = Exclude<BudgetAxis, 'total'>;

const AXIS_TITLE: Record<PartAxis, string> = {
  revenue: '收入性质',
  expenditure: '支出性质',
  funding: '资金来源',
};

/** Categories that the budget classification (预算法第四条至第十一条, 部门预算编制) puts inside another one. */
const CONTAINED: { whole: RegExp; part: RegExp }[] = [
  {
    whole: /^(本年)?财政(拨款|资金|性资金|补助)(收入|小计)?$/,
    part: /一般公共预算|政府性基金|国有资本经营|中央|省级|市级|县级|区级|本级|上级/,
  },
  { whole: /^一般公共预算(拨款|资金|收入)?(收入)?$/, part: /^经费拨款|非税收入/ },
  { whole: /^基本支出$/, part: /人员|公用|工资福利|商品和服务|对个人和家庭/ },
  { whole: /^项目支出$/, part: /专项|项目(经费|资金)$/ },
];

/**
 * 资金总额 against its parts along one axis: one equation for each project, horizon and scope the form has a total for.
 * Blank parts are not zero; a form without a line of the axis is answered with a reason.
 */
export function* budgetEquations(form: FormSubject, axis: PartAxis): Generator<EquationOrReason> {
  let stated = false;
  for (const entry of form.entries) {
    for (const lines of groups(entry.budgets)) {
      if (!lines.some((line) => line.axis === 'total' || line.axis === axis)) continue;
      stated = true;
      yield equationOf(entry, lines, axis);
    }
  }
  if (!stated) yield notApplicable('表中没有资金总额');
}

function groups(lines: BudgetLine[]): BudgetLine[][] {
  const byKey = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    const key = `${line.horizon}/${line.scope}`;
    byKey.set(key, [...(byKey.get(key) ?? []), line]);
  }
  return [...byKey.values()];
}

function equationOf(entry: FormEntry, lines: BudgetLine[], axis: PartAxis): EquationOrReason {
  const [total, another] = lines.filter((line) => line.axis === 'total');
  const parts = lines.filter((line) => line.axis === axis);
  if (!total) return notApplicable('表中没有资金总额');
  if (parts.length === 0) return notApplicable(`未按${AXIS_TITLE[axis]}列出`);
  if (another) return notEvaluated('同一口径有多个资金总额');
  if (axis === 'expenditure' && !hasBothExpenditures(parts)) return notApplicable('支出性质未列全');
  const top = parts.filter((part) => !isContained(part, parts));
  const plain = top.filter((part, index) => index === 0 || !part.label.includes('其中'));
  const figures = (chosen: BudgetLine[]) =>
    chosen.map((line) => figureOf(line.category, line.money, line.evidence, entry.reading));
  const { horizon, scope } = total;
  return {
    field: `budget.${axis}${horizon === 'period' ? '/period' : ''}${scope === 'all-levels' ? '/all-levels' : ''}`,
    project: entry.project,
    total: figureOf(total.category, total.money, total.evidence, entry.reading),
    parts: figures(top),
    alternatives: [parts, plain].filter((chosen) => chosen.length !== top.length).map(figures),
    doubts: [],
  };
}

const hasBothExpenditures = (parts: BudgetLine[]): boolean =>
  ['基本支出', '项目支出'].every((name) => parts.some((part) => part.category.includes(name)));

const isContained = (line: BudgetLine, lines: BudgetLine[]): boolean =>
  CONTAINED.some(
    ({ whole, part }) =>
      part.test(line.category) &&
      !whole.test(line.category) &&
      lines.some((other) => whole.test(other.category)),
  );
