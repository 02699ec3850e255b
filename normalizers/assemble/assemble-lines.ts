import type {
  CostLine,
  ExecutionLine,
  PlanStep,
  ScoreTotal,
  TextItem,
  TextKind,
  WorkPlanItem,
} from '../../src/model/disclosure.js';
import { parseCalculation } from '../parse/calculation/parse-calculation.js';
import { parseMoney } from '../parse/money/parse-money.js';
import type { CostRow, RecognizedForm, TableRow } from '../recognize/form.js';
import { type CellAt, evidenceOf } from '../recognize/ledger.js';
import { labelText } from '../recognize/vocabulary.js';
import { evidenceOfCells, figureOf, textOf } from './evidence.js';
import { type MoneyUnits, moneyAt } from './money-of.js';

interface Owner {
  form: number;
  project: number | null;
}

/** Cost lines with their calculation; the category carries down over blank or merged cells. */
export function assembleCosts(
  rows: readonly CostRow[],
  owner: Owner,
  firstId: number,
  units: MoneyUnits,
): CostLine[] {
  let category: CellAt[] | undefined;
  return rows
    .filter((row) => row.kind === 'line')
    .map((row, i) => {
      category = row.cells['cost.category'] ?? category;
      const amount = row.amount
        ? moneyAt(row.amount.at, row.amount.at.cell.text, row.amount.label, units)
        : null;
      const calculation = textOf(row.cells['cost.calculation']);
      const evidence: CostLine['evidence'] = {};
      const put = (key: string, cells: CellAt[] | undefined) => {
        const found = evidenceOfCells(cells);
        if (found) evidence[key] = found;
      };
      put('category', category);
      put('item', row.cells['cost.item']);
      put('calculation', row.cells['cost.calculation']);
      if (amount) evidence.money = amount.evidence;
      return {
        id: firstId + i,
        ...owner,
        category: textOf(category),
        item: textOf(row.cells['cost.item']),
        money: amount?.money ?? null,
        calculation,
        parsed: calculation
          ? parseCalculation(calculation, {
              amountFen: amount?.money.fen ?? null,
              moneyUnit: amount?.money.unit ?? units.caption,
            })
          : null,
        evidence,
      };
    });
}

export const assemblePlans = (form: RecognizedForm, owner: Owner): PlanStep[] =>
  form.plans.map(({ step, share }) => ({
    ...owner,
    step: step.cell.text.replace(/\s/g, ''),
    share: figureOf(share.cell.text),
    printed: share.cell.text.trim(),
    evidence: evidenceOf(share),
  }));

export const assembleWorkPlan = (rows: readonly TableRow[], form: number): WorkPlanItem[] =>
  rows.flatMap((row) => {
    const evidence: WorkPlanItem['evidence'] = {};
    for (const [role, cells] of Object.entries(row.cells)) {
      const found = evidenceOfCells(cells);
      if (found) evidence[role.replace('work.', '')] = found;
    }
    const item = textOf(row.cells['work.item']);
    const goal = textOf(row.cells['work.goal']) ?? textOf(row.cells['work.content']);
    if (!item && !goal) return [];
    return [{ form, item: item ?? '', office: textOf(row.cells['work.office']), goal, evidence }];
  });

const TEXT_FIELDS: Record<string, TextKind> = {
  'text.duties': 'duties',
  'text.overview': 'overview',
};

/** Long texts of a form: duties, overview, the goals of a whole department, and the narrative. */
export function assembleTexts(
  form: RecognizedForm,
  owner: Owner,
  goals: readonly CellTextValue[],
): TextItem[] {
  const texts: TextItem[] = form.fields
    .filter((value) => TEXT_FIELDS[value.field] && value.text.trim() !== '')
    .map((value) => ({
      ...owner,
      kind: TEXT_FIELDS[value.field] ?? 'overview',
      heading: labelText(value.label).core || null,
      text: value.text.trim(),
      evidence: evidenceOf(value.at),
    }));
  for (const goal of goals) {
    texts.push({
      ...owner,
      kind: 'overall-goal',
      heading: labelText(goal.label).core || null,
      text: goal.text.trim(),
      evidence: evidenceOf(goal.at),
    });
  }
  for (const item of form.narrative) {
    texts.push({
      ...owner,
      kind: item.kind,
      heading: item.heading,
      text: item.text,
      evidence: { place: item.paragraph.place, quote: item.paragraph.text, block: item.block, cell: null },
    });
  }
  return texts;
}

interface CellTextValue {
  label: string;
  text: string;
  at: CellAt;
}

/** Execution rows of a self-evaluation: figures in the unit of the table, rates and scores as printed. */
export const assembleExecution = (form: RecognizedForm, owner: Owner, units: MoneyUnits): ExecutionLine[] =>
  form.execution.map(({ label, cells }) => {
    const evidence: ExecutionLine['evidence'] = { category: evidenceOf(label) };
    const money = (key: string) => {
      const found = cells[`execution.${key}`];
      const at = evidenceOfCells(found);
      if (at) evidence[key] = at;
      return found ? parseMoney(textOf(found) ?? '', { label: label.cell.text, ...units }) : null;
    };
    const figure = (key: string) => {
      const at = evidenceOfCells(cells[`execution.${key}`]);
      if (at) evidence[key] = at;
      return figureOf(textOf(cells[`execution.${key}`]));
    };
    return {
      ...owner,
      category: labelText(label.cell.text).core,
      initial: money('initial'),
      budget: money('budget'),
      spent: money('spent'),
      weight: figure('weight'),
      rate: figure('rate'),
      score: figure('score'),
      evidence,
    };
  });

/** 总分 | 100 | 97.5: the first figure is the full mark, the second the score; a lone figure is the score. */
export function assembleScoreTotals(form: RecognizedForm, owner: Owner): ScoreTotal[] {
  const figures = form.fields.filter(
    (value) => value.field === 'score.total' || value.field === 'weight.total',
  );
  const rows = new Map<number, typeof figures>();
  for (const value of figures) rows.set(value.row, [...(rows.get(value.row) ?? []), value]);
  return [...rows.values()].map((values) => {
    const score = values.length > 1 ? values[1] : values[0];
    const weight = values.length > 1 ? values[0] : undefined;
    const evidence: ScoreTotal['evidence'] = {};
    if (score) evidence.score = evidenceOf(score.at);
    if (weight) evidence.weight = evidenceOf(weight.at);
    return {
      ...owner,
      weight: figureOf(weight?.text ?? null),
      score: figureOf(score?.text ?? null),
      evidence,
    };
  });
}
