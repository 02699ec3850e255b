import type { Cell } from '../../../src/model/grid.js';
import type { TableHeader } from '../form/form.js';
import { fieldOf, isGroup, labelText, level1Of, level2Of } from '../words/vocabulary.js';

/** A label of the key/value part at the left edge of a table, or left of it a group over several columns: no row of the table. */
export function beginsKeyValues(cells: readonly Cell[], header: TableHeader): boolean {
  const [first] = cells;
  const leftmost = Math.min(...header.columns.map((column) => column.from));
  if (!first || first.column > leftmost) return false;
  if (level1Of(first.text) !== undefined || level2Of(first.text) !== undefined) return false;
  if (header.columns.some((column) => column.role === 'project.name')) return false;
  const { core } = labelText(first.text);
  const field = fieldOf(core)?.field;
  if (field !== undefined && field !== 'project.period' && field !== 'weight.total') return true;
  return isGroup(core) && first.column < leftmost && isOtherGroup(first, header);
}

const isOtherGroup = (cell: Cell, header: TableHeader): boolean =>
  cell.row > header.bottom && cell.colSpan > 1;
