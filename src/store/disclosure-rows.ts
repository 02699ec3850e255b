import type { Disclosure, Evidence } from '../model/disclosure.js';
import type { CellClaim, ReadDocument } from '../model/document.js';
import type { Grid } from '../model/grid.js';
import { rowId } from './row-id.js';
import type { Row, TableRows } from './rows.js';
import { subjectOf } from './subject.js';

/**
 * The rows of all disclosures of a document, by table, parents first. Ids follow from the document's number and the position
 * of the row among all rows of its kind in the document.
 */
export function disclosureRows(number: number, document: ReadDocument): TableRows {
  const tables = {
    disclosure_rows: [] as Row[],
    project_rows: [] as Row[],
    budget_rows: [] as Row[],
    indicator_rows: [] as Row[],
    cost_rows: [] as Row[],
    plan_rows: [] as Row[],
    work_plan_rows: [] as Row[],
    text_rows: [] as Row[],
    cell_rows: [] as Row[],
  };
  for (const [ordinal, disclosure] of document.disclosures.entries()) {
    const id = rowId(number, ordinal + 1);
    const nextId = (rows: Row[]): number => rowId(number, rows.length + 1);
    tables.disclosure_rows.push({
      id,
      document: number,
      ordinal,
      ...subjectOf(disclosure),
      department_code: disclosure.departmentCode,
    });

    const projects = new Map<number, number>();
    for (const each of disclosure.projects) {
      const projectId = nextId(tables.project_rows);
      projects.set(each.id, projectId);
      tables.project_rows.push({ id: projectId, disclosure: id, ...projectRow(each) });
    }
    const projectId = (local: number | null): number | null =>
      local === null ? null : (projects.get(local) ?? null);

    for (const each of disclosure.budgets) {
      tables.budget_rows.push({
        id: nextId(tables.budget_rows),
        disclosure: id,
        project_id: projectId(each.project),
        axis: each.axis,
        category: each.category,
        horizon: each.horizon,
        scope: each.scope,
        amount_fen: each.money.fen,
        printed: each.money.printed,
        place: each.evidence.place,
      });
    }
    for (const each of disclosure.indicators) {
      tables.indicator_rows.push({
        id: nextId(tables.indicator_rows),
        disclosure: id,
        project_id: projectId(each.project),
        ...indicatorRow(each),
      });
    }
    for (const each of disclosure.costs) {
      tables.cost_rows.push({
        id: nextId(tables.cost_rows),
        disclosure: id,
        project_id: projectId(each.project),
        category: each.category,
        item: each.item,
        amount_fen: each.money?.fen ?? null,
        calculation: each.calculation,
        result: each.parsed?.result ?? null,
        place: placeOf(each.evidence, 'money', 'item', 'calculation'),
      });
    }
    for (const [position, each] of disclosure.plans.entries()) {
      tables.plan_rows.push({
        disclosure: id,
        ordinal: position,
        project_id: projectId(each.project),
        step: each.step,
        share_text: each.share,
        share: decimal(each.share),
        place: each.evidence.place,
      });
    }
    for (const each of disclosure.workPlan) {
      tables.work_plan_rows.push({
        id: nextId(tables.work_plan_rows),
        disclosure: id,
        item: each.item,
        office: each.office,
        goal: each.goal,
        place: placeOf(each.evidence, 'item', 'goal'),
      });
    }
    for (const [position, each] of disclosure.texts.entries()) {
      tables.text_rows.push({
        disclosure: id,
        ordinal: position,
        project_id: projectId(each.project),
        kind: each.kind,
        heading: each.heading,
        text: each.text,
        place: each.evidence.place,
      });
    }
  }
  for (const [ordinal, claim] of document.claims.entries()) {
    tables.cell_rows.push(cellRow(number, ordinal, claim, document));
  }
  return tables;
}

function projectRow(project: Disclosure['projects'][number]): Row {
  return {
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
  };
}

function indicatorRow(indicator: Disclosure['indicators'][number]): Row {
  const { parsed } = indicator;
  return {
    level1: indicator.level1,
    level2: indicator.level2,
    level1_printed: indicator.level1Printed,
    level2_printed: indicator.level2Printed,
    name: indicator.name,
    name_printed: indicator.namePrinted,
    description: indicator.description,
    target: indicator.target,
    horizon: indicator.horizon,
    kind: parsed.kind,
    operator: parsed.operator,
    value: parsed.value,
    unit: parsed.unit,
    quantity_text: parsed.quantity,
    quantity: decimal(parsed.quantity),
    measure: parsed.measure,
    standard: indicator.standard,
    target_basis: indicator.targetBasis,
    weight_text: indicator.weight,
    weight: decimal(indicator.weight),
    actual: indicator.actual,
    score_text: indicator.score,
    score: decimal(indicator.score),
    place: indicator.evidence.name.place,
  };
}

/** @throws Error when the claim points at no cell or no form: a fault of the recognizer, never of a file */
function cellRow(number: number, ordinal: number, claim: CellClaim, document: ReadDocument): Row {
  const grid = document.blocks[claim.block];
  const cell = grid?.kind === 'grid' ? grid.cells[claim.cell] : undefined;
  const form = document.forms[claim.form];
  if (!cell || !form) {
    throw new Error(
      `${document.path}：单元格归属指向不存在的位置（表 ${claim.form}，块 ${claim.block}，格 ${claim.cell}）`,
    );
  }
  return {
    disclosure: rowId(number, form.disclosure + 1),
    ordinal,
    table_no: (grid as Grid).table,
    row_no: cell.row,
    column_no: cell.column,
    row_span: cell.rowSpan,
    col_span: cell.colSpan,
    text: cell.text,
    status: claim.status,
    field: claim.field ?? null,
    reason: claim.reason ?? null,
    place: cell.place,
  };
}

/** Place of the first of the preferred fields that has evidence, else of any field. */
function placeOf(evidence: Partial<Record<string, Evidence>>, ...preferred: string[]): string | null {
  const found = preferred.map((field) => evidence[field]).find((each) => each !== undefined);
  return (found ?? Object.values(evidence).find((each) => each !== undefined))?.place ?? null;
}

/** A decimal string as a number for sorting; null for anything else. */
const decimal = (text: string | null): number | null =>
  text !== null && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
