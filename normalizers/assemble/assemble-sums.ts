import type { Printed, SumRow } from '../../src/model/disclosure.js';
import type { ProjectRow, RecognizedForm } from '../recognize/form.js';
import { type CellAt, evidenceOf } from '../recognize/ledger.js';
import { type MoneyUnits, moneyAt } from './money-of.js';

/** The rows of a list that are no projects: 合计, and those that sum the projects of one agency. */
export const assembleSums = (
  form: RecognizedForm,
  isProject: (row: ProjectRow) => boolean,
  units: MoneyUnits,
): SumRow[] =>
  form.projects
    .filter((row) => !isProject(row))
    .map(({ cells, amounts }) => ({
      printed: Object.values(cells).flat().map(printedAt),
      amounts: amounts.map(({ label, at }) => moneyAt(at, at.cell.text, label, units)),
    }));

/** 部门代码, 单位代码 in cells of their own. */
export const assembleCodes = (form: RecognizedForm): Printed[] =>
  form.fields
    .filter(({ field, text }) => /^(department|agency)\.code$/.test(field) && text.trim() !== '')
    .map(({ text, at }) => ({ text: text.trim(), evidence: evidenceOf(at) }));

const printedAt = (at: CellAt): Printed => ({ text: at.cell.text.trim(), evidence: evidenceOf(at) });
