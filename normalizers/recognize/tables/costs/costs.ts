import type { Cell } from '../../../../src/model/grid.js';
import { append } from '../../../append.js';
import type { CellAt, Ledger } from '../../form/ledger.js';
import { lineAt, type RowCells, type TableReading } from '../../form/row-reading.js';
import { beginsKeyValues } from '../../rows/begins-key-values.js';
import { amountsOfRow, rolesOfRow } from '../../rows/row-cells.js';
import type { TableType } from '../../rows/table-type.js';
import { isTotalLabel } from '../../words/cell-kinds.js';
import { assembleCosts } from './assemble-costs.js';

/** 支出明细及测算说明: what the money is spent on, with its calculation. */
export const costs: TableType = {
  type: 'costs',
  title: '支出明细表',
  headers: [
    [
      ['cost.item', 'cost.category'],
      ['cost.calculation', 'budget'],
    ],
  ],
  preference: ['cost', 'budget', 'row'],
  ends: ({ header }, cells) => beginsKeyValues(cells, header),
  readRow: readCostRow,
  merge: (into, from) => append(into.costs, from.costs),
  assemble: ({ costs: rows }, { disclosure, form, project, units }) =>
    append(disclosure.costs, assembleCosts(rows, { form, project }, disclosure.costs.length + 1, units)),
};

function readCostRow(table: TableReading, row: number): void {
  const { form, ledger } = table;
  const line = lineAt(table, row);
  const cells = rolesOfRow(table, line, /^cost\./);
  const amount = amountsOfRow(table, line)[0] ?? null;
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
  form.costs.push({ cells, amount, kind: 'line' });
}

/** In flattened text a 合计 row is shorter than the others: its figure stands right of the label. */
function figureRightOf(ledger: Ledger, line: RowCells, label: Cell): { label: string; at: CellAt } | null {
  const cell = line
    .slice(label.column)
    .find((c): c is Cell => c !== undefined && c !== label && c.text.trim() !== '');
  return cell && /\d/.test(cell.text) ? { label: label.text, at: ledger.at(cell) } : null;
}
