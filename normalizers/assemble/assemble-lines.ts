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
import type { CostRow, RecognizedForm, WorkRow } from '../recognize/form/form.js';
import { type CellAt, evidenceOf } from '../recognize/form/ledger.js';
import { isTotalLabel } from '../recognize/words/cell-kinds.js';
import { budgetOf, labelText } from '../recognize/words/vocabulary.js';
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

export const assembleWorkPlan = (rows: readonly WorkRow[], form: number, units: MoneyUnits): WorkPlanItem[] =>
  rows.flatMap((row) => {
    const evidence: WorkPlanItem['evidence'] = {};
    for (const [role, cells] of Object.entries(row.cells)) {
      const found = evidenceOfCells(cells);
      if (found) evidence[role.replace('work.', '')] = found;
    }
    const item = textOf(row.cells['work.item']);
    const goal = textOf(row.cells['work.goal']) ?? textOf(row.cells['work.content']);
    if (!item && !goal && row.amounts.length === 0) return [];
    const amounts = row.amounts.map(({ label, at }) => moneyAt(at, at.cell.text, label, units));
    const total = amounts.find(({ label }) => isTotalColumn(label)) ?? amounts[amounts.length - 1];
    const money = total && (amounts.length === 1 || isTotalColumn(total.label)) ? total.money : null;
    const office = textOf(row.cells['work.office']);
    return [{ form, item: item ?? '', office, goal, money, amounts, evidence }];
  });

/** 拟安排的资金额度·总额: the column of the whole amount. */
const isTotalColumn = (label: string): boolean =>
  label.split('·').some((part) => budgetOf(labelText(part).core)?.axis === 'total' || isTotalLabel(part));

const TEXT_FIELDS: Record<string, TextKind> = {
  'text.duties': 'duties',
  'text.overview': 'overview',
  'goal.actual': 'achievement',
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
      const exact = found?.length === 1 ? found[0]?.cell.exact : undefined;
      return found ? parseMoney(textOf(found) ?? '', { label: label.cell.text, ...units }, exact) : null;
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

/** 总分 | 100 | 97.5: the first figure is the full mark, the second the score, a third its share; a lone figure is the score. */
export function assembleScoreTotals(form: RecognizedForm, owner: Owner): ScoreTotal[] {
  const figures = form.fields.filter(({ field }) => SCORE_FIELDS.includes(field));
  const rows = new Map<string, typeof figures>();
  for (const value of figures) {
    const key = `${value.at.block}.${value.row}`;
    rows.set(key, [...(rows.get(key) ?? []), value]);
  }
  return [...rows.values()].map((values) => {
    const grade = values.find(({ field }) => field === 'score.grade');
    const numbers = values.filter((value) => value !== grade);
    const [score, weight, rate] =
      numbers.length > 1 ? [numbers[1], numbers[0], numbers[2]] : [numbers[0], undefined, undefined];
    const evidence: ScoreTotal['evidence'] = {};
    for (const [key, value] of Object.entries({ score, weight, rate, grade })) {
      if (value) evidence[key] = evidenceOf(value.at);
    }
    return {
      ...owner,
      weight: figureOf(weight?.text ?? null),
      score: figureOf(score?.text ?? null),
      rate: figureOf(rate?.text ?? null),
      grade: grade ? grade.text.trim() : null,
      evidence,
    };
  });
}

const SCORE_FIELDS = ['score.total', 'score.grade', 'weight.total'];
