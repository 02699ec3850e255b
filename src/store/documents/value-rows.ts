import type {
  BudgetLine,
  CostLine,
  Evidence,
  Indicator,
  PlanStep,
  Project,
  TextItem,
  WorkPlanItem,
} from '../../model/disclosure.js';
import type { Row } from '../ground/rows.js';

/** Columns of one value of a disclosure, without its id and what it belongs to. */
export const VALUE_ROWS = {
  project: (project: Project): Row => ({
    project: project.name,
    project_printed: project.namePrinted,
    project_code: project.code,
    parent: project.parent,
    direction: project.direction,
    agency: project.agency,
    attribute: project.attribute,
    amount_fen: project.money?.fen ?? null,
    period: project.period,
    annual_goal: project.annualGoal,
    period_goal: project.periodGoal,
    purpose: project.purpose,
    has_form: project.hasForm ? 1 : 0,
    state: project.state,
    place: project.evidence.name?.place ?? project.mentions[0]?.evidence.name.place ?? null,
  }),
  budget: (line: BudgetLine): Row => ({
    axis: line.axis,
    category: line.category,
    horizon: line.horizon,
    scope: line.scope,
    amount_fen: line.money.fen,
    printed: line.money.printed,
    place: line.evidence.place,
  }),
  indicator: (indicator: Indicator): Row => ({
    level1: indicator.level1,
    level2: indicator.level2,
    level1_printed: indicator.level1Printed,
    level2_printed: indicator.level2Printed,
    name: indicator.name,
    name_printed: indicator.namePrinted,
    description: indicator.description,
    target: indicator.target,
    horizon: indicator.horizon,
    kind: indicator.parsed.kind,
    operator: indicator.parsed.operator,
    value: indicator.parsed.value,
    unit: indicator.parsed.unit,
    quantity_text: indicator.parsed.quantity,
    quantity: decimal(indicator.parsed.quantity),
    measure: indicator.parsed.measure,
    standard: indicator.standard,
    target_basis: indicator.targetBasis,
    weight_text: indicator.weight,
    weight: decimal(indicator.weight),
    actual: indicator.actual,
    score_text: indicator.score,
    score: decimal(indicator.score),
    place: indicator.evidence.name.place,
  }),
  cost: (line: CostLine): Row => ({
    category: line.category,
    item: line.item,
    amount_fen: line.money?.fen ?? null,
    calculation: line.calculation,
    result: line.parsed?.result ?? null,
    place: placeOf(line.evidence, 'money', 'item', 'calculation'),
  }),
  plan: (step: PlanStep): Row => ({
    step: step.step,
    share_text: step.share,
    share: decimal(step.share),
    place: step.evidence.place,
  }),
  workPlan: (item: WorkPlanItem): Row => ({
    item: item.item,
    office: item.office,
    goal: item.goal,
    amount_fen: item.money?.fen ?? null,
    amounts:
      item.amounts?.map(({ label, evidence }) => `${label} ${evidence.quote.trim()}`).join('；') || null,
    place: placeOf(item.evidence, 'item', 'goal'),
  }),
  text: (item: TextItem): Row => ({
    kind: item.kind,
    heading: item.heading,
    text: item.text,
    place: item.evidence.place,
  }),
};

/** Place of the first of the preferred fields that has evidence, else of any field. */
function placeOf(evidence: Partial<Record<string, Evidence>>, ...preferred: string[]): string | null {
  const found = preferred.map((field) => evidence[field]).find((each) => each !== undefined);
  return (found ?? Object.values(evidence).find((each) => each !== undefined))?.place ?? null;
}

/** A decimal string as a number for sorting; null for anything else. */
const decimal = (text: string | null): number | null =>
  text !== null && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
