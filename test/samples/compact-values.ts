import type {
  BudgetLine,
  CostLine,
  Evidence,
  ExecutionLine,
  Indicator,
  PlanStep,
  Project,
  ScoreTotal,
  TextItem,
  WorkPlanItem,
} from '../../src/model/disclosure.js';
import type { Money } from '../../src/model/money.js';
import type { Target } from '../../src/model/target.js';

/** What is there, joined; absent parts left out. */
export const line = (...parts: (string | null | undefined | false)[]): string =>
  parts.filter((part) => part).join(' | ');

export const oneLine = (text: string): string => text.replace(/\n/g, '⏎');

/** `20 万元`, with the printed text where it says it otherwise: `20 万元 ‹20万›`; other states by name. */
export function compactMoney(money: Money | null): string {
  if (!money) return '—';
  if (money.state !== 'amount') return `${money.state} ‹${money.printed}›`;
  const amount = `${money.figure} ${money.unit}`;
  const from = money.unitFrom === 'cell' || money.unitFrom === 'label' ? '' : ` (${money.unitFrom})`;
  return money.printed === money.figure ? amount + from : `${amount}${from} ‹${money.printed}›`;
}

function compactTarget(target: Target): string {
  if (target.parts) return `${target.kind}[${target.parts.map(compactTarget).join('; ')}]`;
  const limit = [target.from, target.to].filter(Boolean).join(' … ');
  return [
    target.kind,
    target.label && `“${target.label}”`,
    target.operator,
    target.quantity,
    target.upper && `… ${target.upper}`,
    target.measure,
    target.scale && `${target.scale}: ${target.value}`,
    target.rank && `(${target.rank})`,
    limit,
    target.reference,
    target.embedded && `(${target.embedded.map(compactTarget).join('; ')})`,
    target.flags?.join(' '),
  ]
    .filter(Boolean)
    .join(' ');
}

const levelsOf = (one: string | null, two: string | null): string => `${one ?? '—'} / ${two ?? '—'}`;

const named = (name: string, value: string | null): string | false =>
  value !== null && `${name} ${oneLine(value)}`;

export function compactIndicator(indicator: Indicator): string {
  const levels = levelsOf(indicator.level1, indicator.level2);
  const printed = oneLine(levelsOf(indicator.level1Printed, indicator.level2Printed));
  return line(
    levels,
    printed !== levels && `印作 ${printed}`,
    indicator.name,
    indicator.namePrinted !== indicator.name && `印作 ${oneLine(indicator.namePrinted)}`,
    `${indicator.target === null ? '空' : oneLine(indicator.target)} → ${compactTarget(indicator.parsed)}`,
    indicator.horizon === 'period' && 'period',
    indicator.scope,
    named('说明', indicator.description),
    named('标准', indicator.standard),
    named('依据', indicator.targetBasis),
    named('权重', indicator.weight),
    named('实际', indicator.actual),
    named('得分', indicator.score),
    named('偏差', indicator.deviation ?? null),
    places(indicator.evidence.name, indicator.evidence.target),
  );
}

/** Where it stands; the second place only where it is another. */
const places = (name: Evidence, target: Evidence | undefined): string =>
  target && target.place !== name.place ? `${name.place}, ${target.place}` : name.place;

export const compactBudget = (budget: BudgetLine): string =>
  line(
    `${budget.axis} ${budget.category}`,
    budget.horizon === 'period' && 'period',
    budget.scope === 'all-levels' && 'all-levels',
    compactMoney(budget.money),
    budget.evidence.place,
  );

export const compactCost = (cost: CostLine): string =>
  line(
    cost.category && oneLine(cost.category),
    cost.item ?? '—',
    compactMoney(cost.money),
    cost.calculation !== null && `${cost.calculation} → ${cost.parsed?.result ?? '—'}`,
    cost.evidence.money?.place,
  );

export const compactPlan = (step: PlanStep): string => `${step.step} ${step.share ?? `‹${step.printed}›`}`;

export const compactWork = (work: WorkPlanItem): string =>
  line(work.item, work.office, work.goal, work.evidence.item?.place);

export const compactText = (text: TextItem): string =>
  line(text.kind, text.heading, oneLine(text.text), text.evidence.place);

export const compactExecution = (row: ExecutionLine): string =>
  line(
    row.category,
    `年初 ${compactMoney(row.initial)}`,
    `全年 ${compactMoney(row.budget)}`,
    `执行 ${compactMoney(row.spent)}`,
    named('分值', row.weight),
    named('执行率', row.rate),
    named('得分', row.score),
    row.evidence.category?.place,
  );

export const compactScore = (total: ScoreTotal): string =>
  line(
    `满分 ${total.weight ?? '—'}`,
    `得分 ${total.score ?? '—'}`,
    named('等级', total.grade ?? null),
    total.evidence.score?.place,
  );

/** The fields of a project that hold something. */
export function compactProject(project: Project): Record<string, string> {
  const { id: _, name, namePrinted, money, mentions, evidence, hasForm, state, ...values } = project;
  const fields: Record<string, string> = { name };
  if (namePrinted !== name) fields.printed = oneLine(namePrinted);
  fields.money = compactMoney(money);
  for (const [key, value] of Object.entries(values)) if (value !== null) fields[key] = oneLine(value);
  if (state !== 'disclosed') fields.state = state;
  if (!hasForm) fields.form = 'none';
  fields.mentions = mentions
    .map((mention) => `表${mention.form} ${mention.role} ${compactMoney(mention.money)}`)
    .join('；');
  fields.place = evidence.name?.place ?? '—';
  return fields;
}
