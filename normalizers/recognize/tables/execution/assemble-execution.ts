import type { ExecutionLine } from '../../../../src/model/disclosure.js';
import { parseMoney } from '../../../parse/money/parse-money.js';
import type { RecognizedForm } from '../../form/form.js';
import { evidenceOf } from '../../form/ledger.js';
import type { Owner } from '../../rows/table-type.js';
import { evidenceOfCells, figureWithin, textOf } from '../../values/evidence.js';
import { type MoneyLine, type MoneyUnits, plainAxis } from '../../values/money-of.js';
import { budgetOf, isGroup, labelText } from '../../words/vocabulary.js';

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
      return figureWithin(textOf(cells[`execution.${key}`]));
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

/** The budget figures of a self-evaluation's execution table: 全年预算数, else 年初预算数, row by row. */
export function budgetLinesOfExecution(form: RecognizedForm, units: MoneyUnits): MoneyLine[] {
  return form.execution.flatMap(({ label, cells }) => {
    const [at] = cells['execution.budget'] ?? cells['execution.initial'] ?? [];
    const { core } = labelText(label.cell.text);
    const known = budgetOf(core) ?? (isGroup(core) ? ({ axis: 'total' } as const) : undefined);
    if (!at || !known) return [];
    const money = parseMoney(at.cell.text, { label: label.cell.text, ...units }, at.cell.exact);
    const line: MoneyLine = {
      axis: plainAxis(known.axis, 'funding'),
      category: core,
      horizon: 'annual',
      scope: 'own',
      money,
      label: label.cell.text,
      evidence: evidenceOf(at),
    };
    return [line];
  });
}
