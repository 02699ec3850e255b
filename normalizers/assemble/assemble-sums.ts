import type { Particular, Printed, Project, SumRow } from '../../src/model/disclosure.js';
import type { ProjectRow, RecognizedForm } from '../recognize/form/form.js';
import { type CellAt, evidenceOf } from '../recognize/form/ledger.js';
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

/** What a form prints beside its sections; 实施单位 too, but for the cell that is its project's. */
export const assembleParticulars = (form: RecognizedForm, project: Project | null): Particular[] =>
  form.fields
    .map(({ field, label, text, at }) => ({
      field,
      label: label.trim(),
      text: text.trim(),
      evidence: evidenceOf(at),
    }))
    .filter(
      ({ field, text, evidence }) =>
        text !== '' &&
        (PARTICULARS.test(field) ||
          (field === 'agency.name' && evidence.place !== project?.evidence.agency?.place)),
    );

const PARTICULARS = /^(department\.(code|superior|finance|size)|agency\.code|execution\.\w+)$/;

const printedAt = (at: CellAt): Printed => ({ text: at.cell.text.trim(), evidence: evidenceOf(at) });
