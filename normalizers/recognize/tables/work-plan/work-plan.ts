import { append } from '../../../append.js';
import type { WorkRow } from '../../form/form.js';
import { lineAt, type RowCells, type TableReading } from '../../form/row-reading.js';
import { beginsKeyValues } from '../../rows/begins-key-values.js';
import { isCutByPage } from '../../rows/page-cut.js';
import { amountsOfRow, cellsUnder, rolesOfRow } from '../../rows/row-cells.js';
import type { TableType } from '../../rows/table-type.js';
import { isTotalLabel } from '../../words/cell-kinds.js';
import { assembleWorkPlan } from './assemble-work-plan.js';

/** 年度重点工作计划: the tasks of a department's year; in a self-evaluation with what became of them (履职目标 … 完成情况). */
export const workPlan: TableType = {
  type: 'work-plan',
  title: '重点工作表',
  headers: [
    [['work.item'], ['work.goal', 'work.content', 'work.office', 'work.actual']],
    [['row.number'], ['work.goal', 'work.content'], ['work.actual']],
  ],
  preference: ['work', 'budget', 'row'],
  ends: ({ header }, cells) => beginsKeyValues(cells, header),
  readRow: readWorkRow,
  merge: (into, from) => append(into.workPlan, from.workPlan),
  assemble: ({ workPlan: rows }, { disclosure, form, units }) =>
    append(disclosure.workPlan, assembleWorkPlan(rows, form, units)),
};

function readWorkRow(table: TableReading, row: number): void {
  const { form, ledger, header } = table;
  const line = lineAt(table, row);
  const cells = rolesOfRow(table, line, /^work\./);
  const beside = rolesOfRow(table, line, BESIDE);
  const amounts = [...amountsOfRow(table, line), ...executedOfRow(table, line)];
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
  for (const [role, found] of Object.entries(beside)) {
    for (const at of found) if (at.cell.row === row && ledger.isFree(at.cell)) ledger.field(at.cell, role);
  }
  const own = amounts.filter(({ at }) => at.cell.row === row);
  const starting = Object.entries(cells).filter(([, found]) => found.some((at) => at.cell.row === row));
  const last = form.workPlan.at(-1);
  if (starting.length === 0 && (!last || own.length === 0)) return;
  for (const { at } of own) ledger.field(at.cell, 'work.amount');
  const wrapped = starting.length <= 1 && Object.keys(cells).length > 1;
  const isNamed = header.columns.some(({ role }) => role === 'work.item');
  const goesOn = isNamed ? !cells['work.item'] : !beside['row.number'];
  if (last && (wrapped || goesOn || isCutByPage(last.cells, cells, 'work.item'))) {
    for (const [role, found] of starting) last.cells[role] = [...(last.cells[role] ?? []), ...found];
    last.amounts.push(...own);
    return;
  }
  form.workPlan.push({ row, cells: { ...beside, ...cells }, amounts: own });
}

/** What a self-evaluation prints beside its tasks. */
const BESIDE = /^execution\.(rate|weight|score)$|^indicator\.(deviation|weight|score)$|^row\.number$/;

/** 预算数 and 执行数 of a task, with the labels of their columns. */
const executedOfRow = (table: TableReading, line: RowCells): WorkRow['amounts'] =>
  table.header.columns
    .filter(({ role }) => /^execution\.(initial|budget|spent)$/.test(role))
    .flatMap(({ role, label }) => cellsUnder(table, line, role).map((at) => ({ label, at })));
