import { append } from '../../../append.js';
import { fieldAt } from '../../form/form.js';
import { lineAt, type TableReading } from '../../form/row-reading.js';
import type { Slots } from '../../form/slots.js';
import { beginsKeyValues } from '../../rows/begins-key-values.js';
import { amountsOfRow, rolesOfRow } from '../../rows/row-cells.js';
import type { Leaf, TableType } from '../../rows/table-type.js';
import { isTotalLabel } from '../../words/cell-kinds.js';
import { compact } from '../../words/label-text.js';

/** 总体资金情况: 合计 | 基本支出 | 项目支出 over one row of figures. */
export const budgets: TableType = {
  type: 'budgets',
  title: '资金表',
  headers: [[['budget'], ['budget'], ['budget']]],
  preference: ['budget'],
  isBorneOut: hasFiguresBelow,
  ends: ({ header }, cells, row) => beginsKeyValues(cells, header) || row > header.bottom + 1,
  readRow: readBudgetRow,
  particulars: /^execution\.\w+$/,
  merge: (into, from) => append(into.budgetColumns, from.budgetColumns),
};

/** Amount labels in a row may have blank values beside them: a header has figures under its columns. */
function hasFiguresBelow(slots: Slots, leaves: readonly Leaf[], bottom: number): boolean {
  const paths = leaves.map((leaf) => leaf.path.map((cell) => compact(cell.text)).join('·'));
  if (new Set(paths).size < paths.length) return false;
  const below = leaves.filter((leaf) =>
    /^[-—\d,.]+$/.test(compact(slots[bottom]?.[leaf.from - 1]?.text ?? '')),
  );
  return below.length * 2 >= leaves.length;
}

function readBudgetRow(table: TableReading, row: number): void {
  const { form, ledger, header } = table;
  const line = lineAt(table, row);
  for (const { label, at } of amountsOfRow(table, line)) {
    ledger.field(at.cell, 'budget');
    form.budgetColumns.push({ label, group: '', at });
  }
  for (const [role, found] of Object.entries(rolesOfRow(table, line, /^execution\./))) {
    const label = header.columns.find((column) => column.role === role)?.label ?? '';
    for (const at of found) {
      ledger.field(at.cell, role);
      form.fields.push({ ...fieldAt(role, at), label });
    }
  }
  const leftmost = Math.min(...header.columns.map((column) => column.from));
  for (const cell of line.slice(0, leftmost - 1)) if (cell && isTotalLabel(cell.text)) ledger.label(cell);
}
