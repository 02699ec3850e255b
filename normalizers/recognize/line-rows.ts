import type { Cell } from '../../src/model/grid.js';
import { isTotalLabel } from './cell-kinds.js';
import { type CostRow, fieldAt, type RecognizedForm, type TableHeader } from './form.js';
import type { CellAt, Ledger } from './ledger.js';
import { isCutByPage } from './page-cut.js';
import { amountsOfRow, rolesOfRow } from './project-row.js';
import { isGrade, isScoreTotal } from './score-labels.js';

/** Goal, agency and budget columns of an indicator table that has no project column (部门整体 in one flat row). */
export function readLooseColumns(
  form: RecognizedForm,
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  row: number,
  header: TableHeader,
): void {
  const cells = rolesOfRow(ledger, line, header, /^(goal|department|agency)\./);
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

/** 总分 | 100 | 97.5 under the indicators of a self-evaluation. */
export function readScoreTotal(
  form: RecognizedForm,
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  row: number,
  header: TableHeader,
): boolean {
  const cells = [...new Set(line)].filter(
    (cell): cell is Cell => cell?.row === row && cell.text.trim() !== '' && ledger.isFree(cell),
  );
  const [label, ...figures] = cells;
  if (label && isGrade(label, header)) {
    ledger.label(label);
    for (const cell of figures) {
      ledger.field(cell, 'score.grade');
      form.fields.push(fieldAt('score.grade', ledger.at(cell)));
    }
    return true;
  }
  if (!label || !isScoreTotal(label, header) || figures.length > 3) return false;
  ledger.label(label);
  for (const cell of figures) {
    const at = ledger.at(cell);
    ledger.field(cell, 'score.total');
    form.fields.push({ ...fieldAt('score.total', at), label: label.text });
  }
  return true;
}

export function readCostRow(
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

export function readWorkRow(
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
  const own = amounts.filter(({ at }) => at.cell.row === row);
  const starting = Object.entries(cells).filter(([, found]) => found.some((at) => at.cell.row === row));
  const last = form.workPlan.at(-1);
  if (starting.length === 0 && (!last || own.length === 0)) return;
  for (const { at } of own) ledger.field(at.cell, 'work.amount');
  const wrapped = starting.length <= 1 && Object.keys(cells).length > 1;
  if (last && (wrapped || !cells['work.item'] || isCutByPage(last.cells, cells, 'work.item'))) {
    for (const [role, found] of starting) last.cells[role] = [...(last.cells[role] ?? []), ...found];
    last.amounts.push(...own);
    return;
  }
  form.workPlan.push({ row, cells, amounts: own });
}

/** The one row of figures under amount labels (总体资金情况: 合计 | 基本支出 | 项目支出). */
export function readBudgetRow(
  form: RecognizedForm,
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  header: TableHeader,
): void {
  for (const { label, at } of amountsOfRow(ledger, line, header)) {
    ledger.field(at.cell, 'budget');
    form.budgetColumns.push({ label, group: '', at });
  }
  for (const [role, found] of Object.entries(rolesOfRow(ledger, line, header, /^execution\./))) {
    const label = header.columns.find((column) => column.role === role)?.label ?? '';
    for (const at of found) {
      ledger.field(at.cell, role);
      form.fields.push({ ...fieldAt(role, at), label });
    }
  }
  const leftmost = Math.min(...header.columns.map((column) => column.from));
  for (const cell of line.slice(0, leftmost - 1)) if (cell && isTotalLabel(cell.text)) ledger.label(cell);
}

export function readExecutionRow(
  form: RecognizedForm,
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  row: number,
  header: TableHeader,
): void {
  const figures = header.columns.filter((column) => column.role !== 'other');
  const leftmost = Math.min(...figures.map((column) => column.from));
  const label = [...new Set(line.slice(0, leftmost - 1))]
    .reverse()
    .find(
      (cell): cell is Cell =>
        cell !== undefined && (cell.row === row || runsDownTo(cell, header, row)) && cell.text.trim() !== '',
    );
  const cells = rolesOfRow(ledger, line, header, /^execution\./);
  for (const [role, found] of Object.entries(cells)) for (const at of found) ledger.field(at.cell, role);
  if (!label) return;
  ledger.label(label);
  form.execution.push({ label: ledger.at(label), cells });
}

/** 项目预算执行情况 beside the header and the one row of figures under it. */
const runsDownTo = (cell: Cell, header: TableHeader, row: number): boolean =>
  cell.row <= header.top && row === header.bottom + 1 && cell.row + cell.rowSpan - 1 === row;
