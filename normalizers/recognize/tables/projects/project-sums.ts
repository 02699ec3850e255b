import type { MoneyAt, Printed, SumRow } from '../../../../src/model/disclosure.js';
import type { ProjectTableRow, RecognizedForm } from '../../form/form.js';
import { type CellAt, evidenceOf } from '../../form/ledger.js';
import { budgetLinesOfColumns, type MoneyUnits, moneyAt, totalAmong } from '../../values/money-of.js';

/** The rows of a list that are no projects: 合计, and those that sum the projects of one agency. */
export const assembleSums = (
  form: RecognizedForm,
  isProject: (row: ProjectTableRow) => boolean,
  units: MoneyUnits,
): SumRow[] =>
  form.projects
    .filter((row) => !isProject(row))
    .map(({ cells, amounts }) => ({
      printed: Object.values(cells).flat().map(printedAt),
      amounts: amounts.map(({ label, at }) => moneyAt(at, at.cell.text, label, units)),
    }));

const printedAt = (at: CellAt): Printed => ({ text: at.cell.text.trim(), evidence: evidenceOf(at) });

/** The printed 合计 of a list of projects, else the row that sums all of it; blank where its cells are empty. */
export function totalRowOf(form: RecognizedForm, units: MoneyUnits): MoneyAt | null {
  const [first] = form.projects;
  const row =
    form.projects.find((project) => project.kind === 'total') ??
    (first?.kind === 'agency' ? first : undefined);
  if (!row) return null;
  const line = totalAmong(budgetLinesOfColumns(row.amounts, units));
  if (line) return { money: line.money, label: line.label, evidence: line.evidence };
  const at = Object.values(row.cells)[0]?.[0];
  return at ? { ...moneyAt(at, '', at.cell.text, units), evidence: evidenceOf(at) } : null;
}
