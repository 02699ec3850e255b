import type { Cell } from '../../src/model/grid.js';
import { isContactLabel, isNote, isSignature, isTableMark, isTitle, isTotalLabel } from './cell-kinds.js';
import { readCodedCell, readCodedCells } from './coded-cells.js';
import { isForeignHeader } from './foreign-header.js';
import {
  type BodyState,
  freshState,
  type IndicatorRow,
  type OpenTable,
  type RecognizedForm,
  type TableHeader,
} from './form.js';
import { cellsUnder, indicatorsOfRow } from './indicator-rows.js';
import { compact } from './label-text.js';
import type { CellAt, Ledger } from './ledger.js';
import {
  readBudgetRow,
  readCostRow,
  readExecutionRow,
  readLooseColumns,
  readScoreTotal,
  readWorkRow,
} from './line-rows.js';
import { isCutByPage } from './page-cut.js';
import { projectOfRow, withAgencyAbove } from './project-row.js';
import { isSideLabel } from './side-label.js';
import { type Slots, startingCells } from './slots.js';
import { tableHeaderAt } from './table-header.js';
import { budgetOf, fieldOf, isGroup, labelText, level1Of, level2Of } from './vocabulary.js';

/**
 * Reads the rows under a header into the form; returns the first row after the table.
 *
 * @param state what rows above, on another grid, leave to them
 */
export function readTableBody(
  form: RecognizedForm,
  ledger: Ledger,
  slots: Slots,
  first: TableHeader,
  lastRow: number,
  state: BodyState = inherited(form.lastTable, first),
): number {
  let header = first;
  claimHeader(ledger, slots, header);
  form.types.add(header.type);
  if (!form.columns.has(header.type)) form.columns.set(header.type, rolesKey(header));
  if (header.type === 'indicators') for (const column of header.columns) form.roles.add(column.role);
  if (header.type === 'indicators' || header.type === 'projects') {
    form.lastTable = { header, grid: ledger.grid, state };
  }
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
      if (next && form.lastTable?.header === header) {
        header = movedTo(header, next);
        form.lastTable = { ...form.lastTable, header };
      }
      continue;
    }
    if (endsTable(cells, row, header) || isForeignHeader(cells)) break;
    readRow(form, ledger, slots, row, header, state);
  }
  for (const indicator of form.indicators) {
    const joined = (at: IndicatorRow['level1']) => (at ? state.levels.joined.get(at.cell) : undefined);
    indicator.level1Text = joined(indicator.level1) ?? indicator.level1Text;
    indicator.level2Text = joined(indicator.level2) ?? indicator.level2Text;
  }
  return row;
}

/** A header printed again on the next page leaves the rows below it the levels and project of those above. */
const inherited = (open: OpenTable | null, header: TableHeader): BodyState =>
  open && sameColumns(open.header, header) ? open.state : freshState();

/** The columns where they stand under the header printed again: a page may be drawn with other spans. */
const movedTo = (header: TableHeader, again: TableHeader): TableHeader => ({
  ...header,
  columns: header.columns.map((column, i) => ({
    ...column,
    from: again.columns[i]?.from ?? column.from,
    to: again.columns[i]?.to ?? column.to,
  })),
});

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
  if (isContactLabel(first.text) || (isSignature(first.text) && cells.length <= 3)) return true;
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
      !isSideOfRow(cells, header) &&
      (keyed || (isGroup(core) && first.column < leftmost && isOtherGroup(first, header)))
    ) {
      return true;
    }
  }
  if (header.type === 'execution') return !isExecutionRow(cells) && !hasExecutionFigures(cells, header);
  if (header.type === 'budgets') return row > header.bottom + 1;
  return false;
}

/** A label left of the columns (整体绩效目标 below a header printed again) with a name and a value under their own columns. */
function isSideOfRow(cells: readonly Cell[], header: TableHeader): boolean {
  const under = (pattern: RegExp) => {
    const column = header.columns.find(({ role }) => pattern.test(role));
    return cells.find(
      (cell) => column && cell.column >= column.from && cell.column + cell.colSpan - 1 <= column.to,
    );
  };
  const leftmost = Math.min(...header.columns.map((column) => column.from));
  return (
    header.type === 'indicators' &&
    (cells[0]?.column ?? leftmost) < leftmost &&
    under(/^indicator\.name$/) !== undefined &&
    under(/^indicator\.(target|targetPeriod|operator|actual)$/) !== undefined
  );
}

const isOtherGroup = (cell: Cell, header: TableHeader): boolean =>
  cell.row > header.bottom && cell.colSpan > 1;

/** The same columns, and not said to be of another horizon (长期绩效指标 above 年度绩效指标). */
const sameColumns = (a: TableHeader, b: TableHeader): boolean =>
  rolesKey(a) === rolesKey(b) &&
  a.columns.every(({ horizon }, i) => !horizon || !b.columns[i]?.horizon || horizon === b.columns[i].horizon);

const rolesKey = (header: TableHeader): string => header.columns.map((column) => column.role).join();

const isExecutionRow = (cells: readonly Cell[]): boolean =>
  cells.slice(0, 2).some((cell) => {
    const { core } = labelText(cell.text);
    return budgetOf(core) !== undefined || isTotalLabel(cell.text);
  });

/** Figures under both the budget and the execution column, whatever the row is called. */
const hasExecutionFigures = (cells: readonly Cell[], header: TableHeader): boolean =>
  ['execution.budget', 'execution.spent'].every((role) =>
    header.columns.some(
      (column) =>
        column.role === role &&
        cells.some(
          (cell) =>
            cell.column >= column.from && cell.column <= column.to && /^[\d,.]+$/.test(compact(cell.text)),
        ),
    ),
  );

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
        state.project = withAgencyAbove(
          projectOfRow(ledger, line, row, header, state.project),
          state.project,
          header,
          ledger,
        );
        if (state.project && form.projects.at(-1) !== state.project) form.projects.push(state.project);
      } else {
        readLooseColumns(form, ledger, line, row, header);
        state.projectCode = readProjectCode(ledger, line, header) ?? state.projectCode;
      }
      if (readScoreTotal(form, ledger, line, row, header)) return;
      const own = isOneToTheRight(line, header) ? oneToTheRight(header) : header;
      claimSide(ledger, line, row, own);
      const found = indicatorsOfRow(ledger, slots, row, own, state.levels, state.project);
      addIndicators(
        form,
        found
          .flatMap(
            (indicator) =>
              readCodedCell(indicator.name, indicator.project, indicator.target.length === 0) ?? [indicator],
          )
          .map((indicator) =>
            state.projectCode ? { ...indicator, projectCode: state.projectCode } : indicator,
          ),
        row,
      );
      form.rowsThatFit.all++;
      if (fits(ledger, line, row)) form.rowsThatFit.fit++;
      return;
    }
    case 'projects': {
      const project = withAgencyAbove(
        projectOfRow(ledger, line, row, header, null),
        state.project,
        header,
        ledger,
      );
      if (!project) return;
      state.project = project;
      form.projects.push(project);
      readCodedCells(form, ledger, startingCells(slots, row), project);
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

/** The code that joins a row of a table without project names to its project. */
function readProjectCode(
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  header: TableHeader,
): CellAt | undefined {
  const [code] = cellsUnder(ledger, line, header, 'project.code');
  if (code) ledger.field(code.cell, 'project.code');
  return code;
}

/** A group word in the column of 一级指标 and the 一级指标 beside it: the data rows have a column more than the header. */
function isOneToTheRight(line: readonly (Cell | undefined)[], header: TableHeader): boolean {
  const column = header.columns.find(({ role }) => role === 'indicator.level1');
  if (!column) return false;
  const [here, beside] = [line[column.from - 1], line[column.to]];
  return (
    here !== undefined &&
    beside !== undefined &&
    here !== beside &&
    level1Of(here.text) === undefined &&
    level1Of(beside.text) !== undefined &&
    isGroup(labelText(here.text).core)
  );
}

const oneToTheRight = (header: TableHeader): TableHeader => ({
  ...header,
  columns: header.columns.map((column) =>
    column.role.startsWith('indicator.') ? { ...column, from: column.from + 1, to: column.to + 1 } : column,
  ),
});

/** The label left of an indicator, over its rows or repeated in every one. */
function claimSide(
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  row: number,
  header: TableHeader,
): void {
  const leftmost = Math.min(...header.columns.map((column) => column.from));
  for (const cell of line.slice(0, leftmost - 1)) {
    if (!cell || cell.row !== row) continue;
    const { core } = labelText(cell.text);
    if (isGroup(core) || fieldOf(core) || isSideLabel(core)) ledger.label(cell);
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
    else if (last && isRest(last, indicator)) {
      last.nameText += indicator.nameText;
      last.target.push(...indicator.target);
    } else form.indicators.push(indicator);
  }
}

function isRest(last: IndicatorRow, next: IndicatorRow): boolean {
  const ownLevel = next.level2?.block === next.name.block && next.level2.cell.row === next.name.cell.row;
  if (ownLevel || next.level2?.cell !== last.level2?.cell) return false;
  const cells = ({ name, target, operator, unit, others }: IndicatorRow) => ({
    ...others,
    name: [name],
    target,
    operator,
    unit,
  });
  return isCutByPage(cells(last), cells(next), 'name');
}

const fits = (ledger: Ledger, line: readonly (Cell | undefined)[], row: number): boolean =>
  line.every((cell) => !cell || cell.row !== row || cell.text.trim() === '' || !ledger.isFree(cell));
