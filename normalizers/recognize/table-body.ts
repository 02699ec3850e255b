import type { Cell } from '../../src/model/grid.js';
import {
  isBlankMark,
  isNote,
  isRowNumber,
  isSignature,
  isTableMark,
  isTemplateText,
  isTitle,
  isTotalLabel,
} from './cell-kinds.js';
import { readCodedText } from './coded-indicators.js';
import type { CostRow, IndicatorRow, Levels, ProjectRow, RecognizedForm, TableHeader } from './form.js';
import { cellsUnder, indicatorsOfRow } from './indicator-rows.js';
import { compact } from './label-text.js';
import type { CellAt, Ledger } from './ledger.js';
import { tableHeaderAt } from './table-header.js';
import { budgetOf, fieldOf, isGroup, labelText, level1Of, level2Of } from './vocabulary.js';

type Slots = (Cell | undefined)[][];

/** Reads the rows under a header into the form; returns the first row after the table. */
export function readTableBody(
  form: RecognizedForm,
  ledger: Ledger,
  slots: Slots,
  header: TableHeader,
  lastRow: number,
): number {
  claimHeader(ledger, slots, header);
  form.types.add(header.type);
  if (header.type === 'indicators') for (const column of header.columns) form.roles.add(column.role);
  const state: BodyState = { levels: { level1: null, level2: [] }, project: null };
  let row = header.bottom + 1;
  for (; row <= lastRow; row++) {
    const cells = startingCells(slots, row);
    if (cells.length === 0) {
      if (header.type === 'indicators') readRow(form, ledger, slots, row, header, state);
      continue;
    }
    const next = tableHeaderAt(slots, row, lastRow);
    if (next && !sameColumns(next, header)) break;
    if (next || isRepeatedHeader(slots, row, header)) {
      for (const cell of cells) ledger.setAside(cell, 'repeated-header');
      continue;
    }
    if (endsTable(cells, row, header)) break;
    readRow(form, ledger, slots, row, header, state);
  }
  return row;
}

interface BodyState {
  levels: Levels;
  project: ProjectRow | null;
}

const startingCells = (slots: Slots, row: number): Cell[] => [
  ...new Set(
    (slots[row - 1] ?? []).filter((cell): cell is Cell => cell?.row === row && cell.text.trim() !== ''),
  ),
];

function claimHeader(ledger: Ledger, slots: Slots, header: TableHeader): void {
  for (let row = header.top; row <= header.bottom; row++) {
    for (const cell of slots[row - 1] ?? []) if (cell) ledger.label(cell);
  }
}

function isRepeatedHeader(slots: Slots, row: number, header: TableHeader): boolean {
  const texts = (r: number) => (slots[r - 1] ?? []).map((cell) => compact(cell?.text ?? ''));
  const here = texts(row);
  for (let r = header.top; r <= header.bottom; r++) {
    const there = texts(r);
    const same = here.filter((text, i) => text !== '' && text === there[i]).length;
    if (same >= 2 && same >= new Set(here.filter((text) => text !== '')).size * 0.7) return true;
  }
  return false;
}

/** A title, a note, signatures, another header, or a label of the key/value part ends the table. */
function endsTable(cells: readonly Cell[], row: number, header: TableHeader): boolean {
  const [first] = cells;
  if (!first) return false;
  if (cells.length === 1 && (isTitle(first.text) || isTableMark(first.text) || isNote(first.text)))
    return true;
  if (isSignature(first.text) && cells.length <= 3) return true;
  const { core } = labelText(first.text);
  const leftmost = Math.min(...header.columns.map((column) => column.from));
  if (header.type !== 'execution' && first.column <= leftmost) {
    const isLevel = level1Of(first.text) !== undefined || level2Of(first.text) !== undefined;
    const field = fieldOf(core)?.field;
    const keyed = field !== undefined && field !== 'project.period' && field !== 'weight.total';
    const inList = header.columns.some((column) => column.role === 'project.name');
    if (
      !isLevel &&
      !inList &&
      (keyed || (isGroup(core) && first.column < leftmost && isOtherGroup(first, header)))
    ) {
      return true;
    }
  }
  if (header.type === 'execution') return !isExecutionRow(cells);
  if (header.type === 'budgets') return row > header.bottom + 1;
  return false;
}

const isOtherGroup = (cell: Cell, header: TableHeader): boolean =>
  cell.row > header.bottom && cell.colSpan > 1;

const sameColumns = (a: TableHeader, b: TableHeader): boolean =>
  a.columns.map((c) => c.role).join() === b.columns.map((c) => c.role).join();

const isExecutionRow = (cells: readonly Cell[]): boolean =>
  cells.slice(0, 2).some((cell) => {
    const { core } = labelText(cell.text);
    return budgetOf(core) !== undefined || isTotalLabel(cell.text);
  });

function readRow(
  form: RecognizedForm,
  ledger: Ledger,
  slots: Slots,
  row: number,
  header: TableHeader,
  state: BodyState,
): void {
  const line = slots[row - 1] ?? [];
  switch (header.type) {
    case 'indicators': {
      if (header.columns.some((column) => column.role === 'project.name')) {
        state.project = projectOfRow(ledger, line, row, header, state.project);
        if (state.project && !form.projects.includes(state.project)) form.projects.push(state.project);
      } else readLooseColumns(form, ledger, line, row, header);
      if (readScoreTotal(form, ledger, line, row)) return;
      const found = indicatorsOfRow(ledger, slots, row, header, state.levels, state.project);
      addIndicators(form, found, row);
      form.rowsThatFit.all++;
      if (fits(ledger, line, row)) form.rowsThatFit.fit++;
      return;
    }
    case 'projects': {
      const project = projectOfRow(ledger, line, row, header, null);
      if (!project) return;
      form.projects.push(project);
      readCodedCells(form, project);
      return;
    }
    case 'costs':
      readCostRow(form, ledger, line, header);
      return;
    case 'work-plan':
      readWorkRow(form, ledger, line, row, header);
      return;
    case 'budgets':
      readBudgetRow(form, ledger, line, header);
      return;
    case 'execution':
      readExecutionRow(form, ledger, line, row, header);
  }
}

/**
 * Adds the indicators of a row. A name that a rule cuts in two (…减霾工 | 作) stands beside one target merged over both rows:
 * the second piece has no number where the first has one (指标 2：), or is too short for a name.
 */
function addIndicators(form: RecognizedForm, found: readonly IndicatorRow[], row: number): void {
  for (const indicator of found) {
    const last = form.indicators.at(-1);
    const target = indicator.target[0]?.cell;
    const shared = target !== undefined && target.row < row && last?.target[0]?.cell === target;
    const numbered = (text: string) => /^指标\s*\d/.test(text);
    const isPiece =
      indicator.nameText.length <= 2 || (numbered(last?.nameText ?? '') && !numbered(indicator.nameText));
    if (last && shared && isPiece) last.nameText += indicator.nameText;
    else form.indicators.push(indicator);
  }
}

const fits = (ledger: Ledger, line: readonly (Cell | undefined)[], row: number): boolean =>
  line.every((cell) => !cell || cell.row !== row || cell.text.trim() === '' || !ledger.isFree(cell));

/** Indicators that a list of projects writes into its text cells. */
function readCodedCells(form: RecognizedForm, project: ProjectRow): void {
  for (const at of Object.values(project.cells).flat()) {
    const coded = readCodedText(at.cell.text);
    if (!coded) continue;
    form.types.add('indicators');
    project.goalText ??= Object.entries(coded.texts).find(([heading]) => /目标/.test(heading))?.[1];
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
function rolesOfRow(
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
function projectOfRow(
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  row: number,
  header: TableHeader,
  before: ProjectRow | null,
): ProjectRow | null {
  const cells = rolesOfRow(ledger, line, header, /^(project|goal|agency|row)\./);
  const amounts = amountsOfRow(ledger, line, header);
  const name = cells['project.name']?.[0];
  const number = cells['row.number']?.[0];
  if (number && isTotalLabel(number.cell.text)) return totalRow(ledger, row, number, cells, amounts);
  const agency = cells['agency.name']?.[0];
  if (!name && agency && isTotalLabel(agency.cell.text)) return totalRow(ledger, row, agency, cells, amounts);
  const codeCell = cells['agency.code']?.[0] ?? cells['project.code']?.[0];
  if (!name && codeCell && isTotalLabel(codeCell.cell.text))
    return totalRow(ledger, row, codeCell, cells, amounts);
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
  if (before && before.kind === 'project') {
    const last = before.cells['project.name']?.[0];
    if (last && (last.cell === name.cell || compact(last.cell.text) === compact(name.cell.text))) {
      mergeInto(before, cells, amounts);
      return before;
    }
  }
  return { row, cells, amounts, kind: 'project' };
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

function amountsOfRow(
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

/** Goal, agency and budget columns of an indicator table that has no project column (部门整体 in one flat row). */
function readLooseColumns(
  form: RecognizedForm,
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  row: number,
  header: TableHeader,
): void {
  const cells = rolesOfRow(ledger, line, header, /^(goal|agency)\./);
  for (const [role, found] of Object.entries(cells)) {
    for (const at of found) {
      if (at.cell.row !== row || !ledger.isFree(at.cell)) continue;
      ledger.field(at.cell, role);
      form.fields.push(fieldAt(role, at));
    }
  }
  for (const { label, at } of amountsOfRow(ledger, line, header)) {
    if (at.cell.row !== row || !ledger.isFree(at.cell)) continue;
    ledger.field(at.cell, 'budget');
    form.budgetColumns.push({ label, group: '', at });
  }
}

const fieldAt = (field: string, at: CellAt) => ({
  field,
  label: '',
  group: '',
  text: at.cell.text,
  at,
  scope: undefined,
  horizon: undefined,
  column: at.cell.column,
  row: at.cell.row,
});

/** 总分 | 100 | 97.5 under the indicators of a self-evaluation. */
function readScoreTotal(
  form: RecognizedForm,
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  row: number,
): boolean {
  const cells = [...new Set(line)].filter(
    (cell): cell is Cell => cell?.row === row && cell.text.trim() !== '' && ledger.isFree(cell),
  );
  const [label, ...figures] = cells;
  if (!label || !isTotalLabel(label.text) || figures.length > 3) return false;
  ledger.label(label);
  for (const cell of figures) {
    const at = ledger.at(cell);
    ledger.field(cell, 'score.total');
    form.fields.push({ ...fieldAt('score.total', at), label: label.text });
  }
  return true;
}

function readCostRow(
  form: RecognizedForm,
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  header: TableHeader,
): void {
  const cells = rolesOfRow(ledger, line, header, /^cost\./);
  const amount = amountsOfRow(ledger, line, header)[0] ?? null;
  const label = [...(cells['cost.category'] ?? []), ...(cells['cost.item'] ?? [])].find((at) =>
    isTotalLabel(at.cell.text),
  );
  if (label) {
    ledger.label(label.cell);
    const figure = amount ?? figureRightOf(ledger, line, label.cell);
    if (figure) ledger.field(figure.at.cell, 'cost.total');
    form.costs.push({ cells: {}, amount: figure, kind: 'total' });
    return;
  }
  if (!cells['cost.item'] && !cells['cost.calculation'] && !cells['cost.category'] && !amount) return;
  for (const [role, found] of Object.entries(cells)) for (const at of found) ledger.field(at.cell, role);
  if (amount) ledger.field(amount.at.cell, 'cost.amount');
  form.costs.push({ cells, amount, kind: 'line' } satisfies CostRow);
}

/** In flattened text a 合计 row is shorter than the others: its figure stands right of the label. */
function figureRightOf(
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  label: Cell,
): { label: string; at: CellAt } | null {
  const cell = line
    .slice(label.column)
    .find((c): c is Cell => c !== undefined && c !== label && c.text.trim() !== '');
  return cell && /\d/.test(cell.text) ? { label: label.text, at: ledger.at(cell) } : null;
}

function readWorkRow(
  form: RecognizedForm,
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  row: number,
  header: TableHeader,
): void {
  const cells = rolesOfRow(ledger, line, header, /^work\./);
  const amounts = amountsOfRow(ledger, line, header);
  const total = [...new Set(line)].find((cell) => cell?.row === row && isTotalLabel(cell.text));
  if (total) {
    ledger.label(total);
    for (const { label, at } of amounts) {
      ledger.field(at.cell, 'budget');
      form.budgetColumns.push({ label, group: '', at });
    }
    return;
  }
  for (const [role, found] of Object.entries(cells)) for (const at of found) ledger.field(at.cell, role);
  for (const { at } of amounts) ledger.field(at.cell, 'work.amount');
  const starting = Object.entries(cells).filter(([, found]) => found.some((at) => at.cell.row === row));
  const last = form.workPlan.at(-1);
  const [only] = starting;
  if (!only) return;
  if (last && starting.length === 1 && Object.keys(cells).length > 1) {
    last.cells[only[0]] = [...(last.cells[only[0]] ?? []), ...only[1]];
    return;
  }
  form.workPlan.push({ row, cells });
}

/** The one row of figures under amount labels (总体资金情况: 合计 | 基本支出 | 项目支出). */
function readBudgetRow(
  form: RecognizedForm,
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  header: TableHeader,
): void {
  for (const { label, at } of amountsOfRow(ledger, line, header)) {
    ledger.field(at.cell, 'budget');
    form.budgetColumns.push({ label, group: '', at });
  }
}

function readExecutionRow(
  form: RecognizedForm,
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  row: number,
  header: TableHeader,
): void {
  const leftmost = Math.min(...header.columns.map((column) => column.from));
  const label = [...new Set(line.slice(0, leftmost - 1))]
    .reverse()
    .find((cell): cell is Cell => cell?.row === row && cell.text.trim() !== '');
  const cells = rolesOfRow(ledger, line, header, /^execution\./);
  for (const [role, found] of Object.entries(cells)) for (const at of found) ledger.field(at.cell, role);
  if (!label) return;
  ledger.label(label);
  form.execution.push({ label: ledger.at(label), cells });
}
