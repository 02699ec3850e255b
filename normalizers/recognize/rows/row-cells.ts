import type { Cell } from '../../../src/model/grid.js';
import type { CellAt } from '../form/ledger.js';
import type { RowCells, TableReading } from '../form/row-reading.js';

/** What the cells of a row are told by: the columns over them, and where each is accounted for. */
export type Columns = Pick<TableReading, 'header' | 'ledger'>;

/** Cells under a role in this row, in order, blank ones left out. */
export function cellsUnder({ header, ledger }: Columns, line: RowCells, role: string, set = 0): CellAt[] {
  const found: CellAt[] = [];
  for (const column of header.columns) {
    if (column.role !== role || column.set !== set) continue;
    for (let c = column.from; c <= column.to; c++) {
      const cell = line[c - 1];
      if (!cell || cell.text.trim() === '' || found.some((at) => at.cell === cell)) continue;
      found.push(ledger.at(cell));
    }
  }
  return found;
}

/** Cells of a row by role, of the roles that `accept` names. */
export function rolesOfRow(columns: Columns, line: RowCells, accept: RegExp): Record<string, CellAt[]> {
  const cells: Record<string, CellAt[]> = {};
  for (const role of new Set(columns.header.columns.map((column) => column.role))) {
    if (!accept.test(role)) continue;
    const found = cellsUnder(columns, line, role);
    if (found.length) cells[role] = found;
  }
  return cells;
}

/** The amounts of a row with the labels of their columns. */
export function amountsOfRow({ header, ledger }: Columns, line: RowCells): { label: string; at: CellAt }[] {
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
