import { readCodedCell } from '../../coded/coded-cells.js';
import {
  type BodyState,
  fieldAt,
  type IndicatorTableRow,
  type RecognizedForm,
  type TableHeader,
} from '../../form/form.js';
import type { Ledger } from '../../form/ledger.js';
import { lineAt, type RowCells, type TableReading } from '../../form/row-reading.js';
import { isCutByPage } from '../../rows/page-cut.js';
import { projectOfRow, withAgencyAbove } from '../../rows/project-row.js';
import { amountsOfRow, cellsUnder, rolesOfRow } from '../../rows/row-cells.js';
import { isSideLabel } from '../../words/side-label.js';
import { fieldOf, isGroup, labelText, level1Of } from '../../words/vocabulary.js';
import { indicatorsOfRow } from './indicator-rows.js';
import { readScoreTotal } from './score-total.js';

/** Reads a row of an indicator table: its project or what stands beside the indicators, then the indicators, or the total of scores. */
export function readIndicatorRow(table: TableReading, row: number, state: BodyState): void {
  const { form, ledger, header } = table;
  const line = lineAt(table, row);
  if (header.columns.some((column) => column.role === 'project.name')) {
    const found = projectOfRow(table, line, row, state.project);
    state.project = withAgencyAbove(found, state.project, table);
    if (state.project && form.projects.at(-1) !== state.project) form.projects.push(state.project);
  } else {
    readLooseColumns(table, row);
    const [code] = cellsUnder(table, line, 'project.code');
    if (code) ledger.field(code.cell, 'project.code');
    state.projectCode = code ?? state.projectCode;
  }
  if (readScoreTotal(table, row)) return;
  const own = isOneToTheRight(line, header) ? { ...table, header: oneToTheRight(header) } : table;
  claimSide(own, line, row);
  const { projectCode } = state;
  const indicators = indicatorsOfRow(own, row, state)
    .flatMap((each) => readCodedCell(each.name, each.project, each.target.length === 0) ?? [each])
    .map((each) => (projectCode ? { ...each, projectCode } : each));
  addIndicators(form, indicators, row);
  form.rowsThatFit.all++;
  if (fits(ledger, line, row)) form.rowsThatFit.fit++;
}

/** Goal, agency and budget columns of an indicator table that has no project column (部门整体 in one flat row). */
function readLooseColumns(table: TableReading, row: number): void {
  const { form, ledger } = table;
  const line = lineAt(table, row);
  const cells = rolesOfRow(table, line, /^(goal|department|agency)\./);
  for (const [role, found] of Object.entries(cells)) {
    for (const at of found) {
      if (at.cell.row !== row || !ledger.isFree(at.cell)) continue;
      ledger.field(at.cell, role);
      form.fields.push(fieldAt(role, at));
    }
  }
  for (const { label, at } of amountsOfRow(table, line)) {
    if (at.cell.row !== row || !ledger.isFree(at.cell)) continue;
    ledger.field(at.cell, 'budget');
    form.budgetColumns.push({ label, group: '', at });
  }
}

/** A group word in the column of 一级指标 and the 一级指标 beside it: the data rows have a column more than the header. */
function isOneToTheRight(line: RowCells, header: TableHeader): boolean {
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
function claimSide({ ledger, header }: TableReading, line: RowCells, row: number): void {
  const leftmost = Math.min(...header.columns.map((column) => column.from));
  for (const cell of line.slice(0, leftmost - 1)) {
    if (!cell || cell.row !== row) continue;
    const { core } = labelText(cell.text);
    if (isGroup(core) || fieldOf(core) || isSideLabel(core)) ledger.label(cell);
  }
}

/** Every cell that begins in the row has found its place. */
const fits = (ledger: Ledger, line: RowCells, row: number): boolean =>
  line.every((cell) => !cell || cell.row !== row || cell.text.trim() === '' || !ledger.isFree(cell));

/**
 * Adds the indicators of a row. A name that a rule cuts in two (…减霾工 | 作) stands beside one target merged over both rows:
 * the second piece has no number where the first has one (指标 2：), or is too short for a name.
 */
function addIndicators(form: RecognizedForm, found: readonly IndicatorTableRow[], row: number): void {
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

function isRest(last: IndicatorTableRow, next: IndicatorTableRow): boolean {
  const ownLevel = next.level2?.block === next.name.block && next.level2.cell.row === next.name.cell.row;
  if (ownLevel || next.level2?.cell !== last.level2?.cell) return false;
  const cells = ({ name, target, operator, unit, others }: IndicatorTableRow) => ({
    ...others,
    name: [name],
    target,
    operator,
    unit,
  });
  return isCutByPage(cells(last), cells(next), 'name');
}
