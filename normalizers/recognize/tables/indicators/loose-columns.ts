import { fieldAt } from '../../form/form.js';
import { lineAt, type TableReading } from '../../form/row-reading.js';
import { amountsOfRow, rolesOfRow } from '../../rows/row-cells.js';

/** Goal, agency and budget columns of an indicator table that has no project column (部门整体 in one flat row). */
export function readLooseColumns(table: TableReading, row: number): void {
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
