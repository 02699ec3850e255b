import type { Cell } from '../../src/model/grid.js';
import { isBlankMark, isRowNumber, isTemplateText, isTotalLabel } from './cell-kinds.js';
import { readCodedText } from './coded-indicators.js';
import type { ProjectRow, RecognizedForm, TableHeader } from './form.js';
import { cellsUnder } from './indicator-rows.js';
import { compact } from './label-text.js';
import type { CellAt, Ledger } from './ledger.js';

/** Indicators that a list of projects writes into its text cells. */
export function readCodedCells(form: RecognizedForm, project: ProjectRow): void {
  for (const at of Object.values(project.cells).flat()) {
    const coded = readCodedText(at.cell.text);
    if (!coded) continue;
    form.types.add('indicators');
    const textUnder = (pattern: RegExp) =>
      Object.entries(coded.texts).find(([heading]) => pattern.test(heading))?.[1];
    project.goalText ??= textUnder(/目标/);
    project.purposeText ??= textUnder(/概况|内容|用途/) ?? '';
    for (const { level1, level2, name, target } of coded.indicators) {
      form.indicators.push({
        level1: null,
        level2: null,
        level1Text: level1,
        level2Text: level2,
        name: at,
        nameText: name,
        target: [at],
        targetText: target,
        operator: [],
        unit: [],
        targetCutOff: false,
        horizon: 'annual',
        others: {},
        project,
      });
    }
  }
}

/** Cells of a row by role; every one of them claimed as that field. */
export function rolesOfRow(
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  header: TableHeader,
  accept: RegExp,
): Record<string, CellAt[]> {
  const cells: Record<string, CellAt[]> = {};
  for (const role of new Set(header.columns.map((column) => column.role))) {
    if (!accept.test(role)) continue;
    const found = cellsUnder(ledger, line, header, role);
    if (found.length) cells[role] = found;
  }
  return cells;
}

/**
 * The project a row belongs to: a new one where a name starts that differs from the one before; the one before where the
 * name is merged, blank, or printed again on a later page.
 */
export function projectOfRow(
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  row: number,
  header: TableHeader,
  before: ProjectRow | null,
): ProjectRow | null {
  const cells = rolesOfRow(ledger, line, header, /^(project|goal|department|agency|row)\./);
  const amounts = amountsOfRow(ledger, line, header);
  const name = cells['project.name']?.[0];
  const number = cells['row.number']?.[0];
  if (number && isTotalLabel(number.cell.text)) return totalRow(ledger, row, number, cells, amounts);
  const agency = cells['agency.name']?.[0];
  if (!name && agency && isTotalLabel(agency.cell.text)) return totalRow(ledger, row, agency, cells, amounts);
  const codeCell = cells['agency.code']?.[0] ?? cells['project.code']?.[0];
  if (!name && codeCell && isTotalLabel(codeCell.cell.text))
    return totalRow(ledger, row, codeCell, cells, amounts);
  if (!name && agency?.cell.row === row && (amounts.length > 0 || standsAlone(agency.cell, line, row))) {
    claim(ledger, cells, amounts);
    return { row, cells, amounts, kind: 'agency' };
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

/** The only text that begins in its row. */
const standsAlone = (cell: Cell, line: readonly (Cell | undefined)[], row: number): boolean =>
  line.every((other) => !other || other === cell || other.row !== row || other.text.trim() === '');

/** The same name, merged over rows or printed again on a later page, with nothing beside it that differs. */
function isPrintedAgain(before: ProjectRow, row: ProjectRow): boolean {
  if (before.kind !== 'project') return false;
  const text = (of: ProjectRow, role: string) => compact(of.cells[role]?.[0]?.cell.text ?? '');
  const amount = (of: ProjectRow) => compact(of.amounts[0]?.at.cell.text ?? '');
  const agree = (a: string, b: string) => a === '' || b === '' || a === b;
  return (
    text(before, 'project.name') === text(row, 'project.name') &&
    agree(text(before, 'project.code'), text(row, 'project.code')) &&
    agree(text(before, 'agency.name'), text(row, 'agency.name')) &&
    agree(amount(before), amount(row))
  );
}

function mergeInto(
  project: ProjectRow,
  cells: Record<string, CellAt[]>,
  amounts: ProjectRow['amounts'],
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
  amounts: ProjectRow['amounts'],
): ProjectRow {
  ledger.label(label.cell);
  claim(ledger, cells, amounts);
  return { row, cells, amounts, kind: 'total' };
}

function claim(ledger: Ledger, cells: Record<string, CellAt[]>, amounts: ProjectRow['amounts']): void {
  for (const [role, found] of Object.entries(cells)) {
    for (const at of found) {
      if (role === 'row.number') ledger.setAside(at.cell, 'row-number');
      else ledger.field(at.cell, role);
    }
  }
  for (const { at } of amounts) ledger.field(at.cell, 'budget');
}

export function amountsOfRow(
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  header: TableHeader,
): { label: string; at: CellAt }[] {
  const amounts: { label: string; at: CellAt }[] = [];
  for (const column of header.columns) {
    if (column.role !== 'budget') continue;
    const cells = new Set<Cell>();
    for (let c = column.from; c <= column.to; c++) {
      const cell = line[c - 1];
      if (cell && cell.text.trim() !== '') cells.add(cell);
    }
    for (const cell of cells) amounts.push({ label: column.label, at: ledger.at(cell) });
  }
  return amounts;
}
