import type { Cell } from '../../../src/model/grid.js';
import type { ProjectTableRow } from '../form/form.js';
import type { CellAt, Ledger } from '../form/ledger.js';
import type { RowCells } from '../form/row-reading.js';
import { isBlankMark, isRowNumber, isTemplateText, isTotalLabel } from '../words/cell-kinds.js';
import { compact } from '../words/label-text.js';
import { amountsOfRow, type Columns, cellsUnder, rolesOfRow } from './row-cells.js';

/**
 * The project a row belongs to: a new one where a name starts that differs from the one before, or where the name is blank and
 * amount and goal are its own; the one before where the name is merged, blank, or printed again on a later page.
 */
export function projectOfRow(
  columns: Columns,
  line: RowCells,
  row: number,
  before: ProjectTableRow | null,
): ProjectTableRow | null {
  const { ledger } = columns;
  const cells = rolesOfRow(columns, line, /^(project|goal|department|agency|row)\./);
  const amounts = amountsOfRow(columns, line);
  const name = cells['project.name']?.[0];
  const number = cells['row.number']?.[0];
  if (number && isTotalLabel(number.cell.text)) return totalRow(ledger, row, number, cells, amounts);
  const agency = cells['agency.name']?.[0];
  if (!name && agency && isTotalLabel(agency.cell.text)) return totalRow(ledger, row, agency, cells, amounts);
  const codeCell = cells['agency.code']?.[0] ?? cells['project.code']?.[0];
  if (!name && codeCell && isTotalLabel(codeCell.cell.text))
    return totalRow(ledger, row, codeCell, cells, amounts);
  const found: ProjectTableRow = { row, cells, amounts, kind: 'project' };
  const isUnnamedProject = !name && isUnnamed(columns, line, row, found, before);
  if (
    !name &&
    agency?.cell.row === row &&
    !(isUnnamedProject && hasIndicator(columns, line, row)) &&
    (amounts.length > 0 || standsAlone(agency.cell, line, row))
  ) {
    claim(ledger, cells, amounts);
    return { row, cells, amounts, kind: 'agency' };
  }
  if (isUnnamedProject) {
    claim(ledger, cells, amounts);
    return found;
  }
  if (!name) {
    if (number && isRowNumber(number.cell.text)) ledger.setAside(number.cell, 'blank-row-number');
    for (const { at } of amounts) if (isBlankMark(at.cell.text)) ledger.setAside(at.cell, 'blank-mark');
    return before;
  }
  if (isTotalLabel(name.cell.text)) return totalRow(ledger, row, name, cells, amounts);
  if (isTemplateText(name.cell.text)) {
    ledger.setAside(name.cell, 'template-text');
    return before;
  }
  claim(ledger, cells, amounts);
  if (agency && agency.cell === name.cell) return { row, cells, amounts, kind: 'agency' };
  const again = { row, cells, amounts, kind: 'project' as const };
  if (before && isPrintedAgain(before, again)) {
    mergeInto(before, cells, amounts);
    return before;
  }
  return again;
}

/**
 * A blank name cell of its own beside an amount and a goal or indicator that begin in the same row: another project, whose
 * name is not printed. Blank cells under a name whose merge is lost have no amount, or that of the row above.
 */
function isUnnamed(
  columns: Columns,
  line: RowCells,
  row: number,
  found: ProjectTableRow,
  before: ProjectTableRow | null,
): boolean {
  if (columns.ledger.grid.certainty === 'flattened') return false;
  const named = columns.header.columns.find(({ role }) => role === 'project.name');
  if (!named || line[named.from - 1]?.row !== row) return false;
  const own = (at: CellAt | undefined) =>
    at !== undefined && at.cell.row === row && !isBlankMark(at.cell.text);
  const amount = found.amounts.find(({ at }) => own(at));
  const goal = [...(found.cells['goal.annual'] ?? []), ...(found.cells['goal.period'] ?? [])].find(own);
  if (!amount || (!goal && !hasIndicator(columns, line, row))) return false;
  const same = before?.amounts.find(({ label }) => label === amount.label);
  return (
    before === null ||
    compact(same?.at.cell.text ?? '') !== compact(amount.at.cell.text) ||
    goal !== undefined
  );
}

/** A project of a page on which no agency is printed yet, under the merged agency that began on the page before. */
export function withAgencyAbove(
  project: ProjectTableRow | null,
  before: ProjectTableRow | null,
  { header: { columns }, ledger: { block } }: Columns,
): ProjectTableRow | null {
  const above = before?.cells['agency.name'];
  const goesOn =
    project?.kind === 'project' &&
    project !== before &&
    !project.cells['agency.name'] &&
    columns.some(({ role }) => role === 'agency.name') &&
    above?.[0]?.block !== block;
  if (goesOn && above) project.cells['agency.name'] = above;
  return project;
}

/** The name of an indicator begins in the row. */
const hasIndicator = (columns: Columns, line: RowCells, row: number): boolean =>
  cellsUnder(columns, line, 'indicator.name').some(({ cell }) => cell.row === row && !isBlankMark(cell.text));

/** The only text that begins in its row. */
const standsAlone = (cell: Cell, line: RowCells, row: number): boolean =>
  line.every((other) => !other || other === cell || other.row !== row || other.text.trim() === '');

/** The same name, merged over rows or printed again on a later page, with nothing beside it that differs. */
function isPrintedAgain(before: ProjectTableRow, row: ProjectTableRow): boolean {
  if (before.kind !== 'project') return false;
  const text = (of: ProjectTableRow, role: string) => compact(of.cells[role]?.[0]?.cell.text ?? '');
  const amount = (of: ProjectTableRow) => compact(of.amounts[0]?.at.cell.text ?? '');
  const agree = (a: string, b: string) => a === '' || b === '' || a === b;
  return (
    text(before, 'project.name') === text(row, 'project.name') &&
    agree(text(before, 'project.code'), text(row, 'project.code')) &&
    agree(text(before, 'agency.name'), text(row, 'agency.name')) &&
    agree(amount(before), amount(row))
  );
}

function mergeInto(
  project: ProjectTableRow,
  cells: Record<string, CellAt[]>,
  amounts: ProjectTableRow['amounts'],
): void {
  for (const [role, found] of Object.entries(cells)) {
    if (!project.cells[role]) project.cells[role] = found;
  }
  if (project.amounts.length === 0) project.amounts.push(...amounts);
}

function totalRow(
  ledger: Ledger,
  row: number,
  label: CellAt,
  cells: Record<string, CellAt[]>,
  amounts: ProjectTableRow['amounts'],
): ProjectTableRow {
  ledger.label(label.cell);
  claim(ledger, cells, amounts);
  return { row, cells, amounts, kind: 'total' };
}

function claim(ledger: Ledger, cells: Record<string, CellAt[]>, amounts: ProjectTableRow['amounts']): void {
  for (const [role, found] of Object.entries(cells)) {
    for (const at of found) {
      if (role === 'row.number') ledger.setAside(at.cell, 'row-number');
      else ledger.field(at.cell, role);
    }
  }
  for (const { at } of amounts) ledger.field(at.cell, 'budget');
}
