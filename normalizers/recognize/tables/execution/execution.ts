import type { Cell } from '../../../../src/model/grid.js';
import { append } from '../../../append.js';
import { fieldAt, type TableHeader } from '../../form/form.js';
import { lineAt, type TableReading } from '../../form/row-reading.js';
import { cellsUnder, rolesOfRow } from '../../rows/row-cells.js';
import type { TableType } from '../../rows/table-type.js';
import { isTotalLabel } from '../../words/cell-kinds.js';
import { compact } from '../../words/label-text.js';
import { budgetOf, labelText } from '../../words/vocabulary.js';
import { assembleExecution } from './assemble-execution.js';

/** 预算执行情况 of a self-evaluation: 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分. */
export const execution: TableType = {
  type: 'execution',
  title: '预算执行表',
  headers: [[['execution.initial', 'execution.budget'], ['execution.spent']]],
  preference: ['execution', 'budget'],
  ends: ({ header }, cells) => !namesAmount(cells) && !hasFigures(cells, header),
  readRow: readExecutionRow,
  merge: (into, from) => append(into.execution, from.execution),
  assemble: (recognized, { disclosure, form, project, units }) =>
    append(disclosure.execution, assembleExecution(recognized, { form, project }, units)),
};

const namesAmount = (cells: readonly Cell[]): boolean =>
  cells.slice(0, 2).some((cell) => {
    const { core } = labelText(cell.text);
    return budgetOf(core) !== undefined || isTotalLabel(cell.text);
  });

/** Figures under both the budget and the execution column, whatever the row is called. */
const hasFigures = (cells: readonly Cell[], header: TableHeader): boolean =>
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

function readExecutionRow(table: TableReading, row: number): void {
  const { form, ledger, header } = table;
  const line = lineAt(table, row);
  const figures = header.columns.filter((column) => column.role !== 'other');
  const leftmost = Math.min(...figures.map((column) => column.from));
  const label = [...new Set(line.slice(0, leftmost - 1))]
    .reverse()
    .find(
      (cell): cell is Cell =>
        cell !== undefined && (cell.row === row || runsDownTo(cell, header, row)) && cell.text.trim() !== '',
    );
  const cells = rolesOfRow(table, line, /^execution\./);
  for (const [role, found] of Object.entries(cells)) for (const at of found) ledger.field(at.cell, role);
  for (const at of cellsUnder(table, line, 'indicator.deviation')) {
    if (!ledger.isFree(at.cell) || at.cell.text.trim() === '') continue;
    ledger.field(at.cell, 'text.deviation');
    form.fields.push(fieldAt('text.deviation', at));
  }
  if (!label) return;
  ledger.label(label);
  form.execution.push({ label: ledger.at(label), cells });
}

/** 项目预算执行情况 beside the header and the one row of figures under it. */
const runsDownTo = (cell: Cell, header: TableHeader, row: number): boolean =>
  cell.row <= header.top && row === header.bottom + 1 && cell.row + cell.rowSpan - 1 === row;
