import type { Disclosure } from '../../model/disclosure.js';
import type { ReadDocument } from '../../model/document.js';
import { rowId } from '../ground/row-id.js';
import type { Row, TableRows } from '../ground/rows.js';
import { cellRows } from './cell-rows.js';
import { subjectOf } from './subject.js';
import { VALUE_ROWS } from './value-rows.js';

/**
 * The rows of all disclosures of a document, by table, parents first. Ids follow from the document's number and the position
 * of the row among all rows of its kind in the document.
 */
export function disclosureRows(number: number, document: ReadDocument): TableRows {
  const counts = new Map<string, number>();
  const nextId = (table: string): number => {
    const ordinal = (counts.get(table) ?? 0) + 1;
    counts.set(table, ordinal);
    return rowId(number, ordinal);
  };
  const tables: TableRows = { disclosure_rows: [] };
  const cells = cellRows(number, document);
  for (const [ordinal, disclosure] of document.disclosures.entries()) {
    const id = nextId('disclosure_rows');
    tables.disclosure_rows?.push({
      id,
      document: number,
      ordinal,
      ...subjectOf(disclosure),
      department_code: disclosure.departmentCode,
      ...countsOf(disclosure),
      cells: cells.filter((cell) => cell.disclosure === id).length,
    });
    for (const [table, rows] of Object.entries(valueRows(id, disclosure, nextId))) {
      const all = tables[table];
      if (all) for (const row of rows) all.push(row);
      else tables[table] = rows;
    }
  }
  return { ...tables, cell_rows: cells };
}

/** How many rows each view has of a disclosure, by name of the view, and what its projects cost together. */
const countsOf = (disclosure: Disclosure): Row => ({
  budgets: disclosure.budgets.length,
  projects: disclosure.projects.length,
  indicators: disclosure.indicators.length,
  costs: disclosure.costs.length,
  plans: disclosure.plans.length,
  work_plan: disclosure.workPlan.length,
  texts: disclosure.texts.length,
  project_fen: disclosure.projects.reduce((sum, { money }) => sum + (money?.fen ?? 0), 0),
});

function valueRows(id: number, disclosure: Disclosure, nextId: (table: string) => number): TableRows {
  const projectIds = new Map(disclosure.projects.map((each) => [each.id, nextId('project_rows')]));
  const projectId = (local: number | null): number | null =>
    local === null ? null : (projectIds.get(local) ?? null);
  const rowsOf = <T>(table: string, values: T[], toRow: (value: T) => Row): Row[] =>
    values.map((value) => ({ id: nextId(table), disclosure: id, ...toRow(value) }));
  const ofProject =
    <T extends { project: number | null }>(toRow: (value: T) => Row) =>
    (value: T): Row => ({ project_id: projectId(value.project), ...toRow(value) });
  const numbered = <T extends { project: number | null }>(values: T[], toRow: (value: T) => Row): Row[] =>
    values.map((value, ordinal) => ({ disclosure: id, ordinal, ...ofProject(toRow)(value) }));
  return {
    project_rows: disclosure.projects.map((each) => ({
      id: projectIds.get(each.id) ?? null,
      disclosure: id,
      ...VALUE_ROWS.project(each),
    })),
    budget_rows: rowsOf('budget_rows', disclosure.budgets, ofProject(VALUE_ROWS.budget)),
    indicator_rows: rowsOf('indicator_rows', disclosure.indicators, ofProject(VALUE_ROWS.indicator)),
    cost_rows: rowsOf('cost_rows', disclosure.costs, ofProject(VALUE_ROWS.cost)),
    plan_rows: numbered(disclosure.plans, VALUE_ROWS.plan),
    work_plan_rows: rowsOf('work_plan_rows', disclosure.workPlan, VALUE_ROWS.workPlan),
    text_rows: numbered(disclosure.texts, VALUE_ROWS.text),
  };
}
