import type { Cell, Grid } from '../../src/model/grid.js';
import { startsForm } from '../recognize/words/form-start.js';
import { budgetOf, fieldOf, labelText } from '../recognize/words/vocabulary.js';

/**
 * A form without any merged cell in which values stand further right than beside their labels: its merges were removed (Excel
 * leaves the value in the first cell and blanks behind it), so that its blanks say nothing. It is read like flattened text.
 */
export const withLostMerges = (grid: Grid): Grid =>
  grid.certainty === 'ruled' && grid.page === undefined && lacksMerges(grid)
    ? { ...grid, certainty: 'flattened' }
    : grid;

function lacksMerges({ cells }: Grid): boolean {
  if (cells.some(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1)) return false;
  let begins = false;
  let apart = false;
  for (const row of filledRows(cells)) {
    begins ||= startsForm(row);
    apart ||= row.some((cell, index) => {
      const label = row[index - 1];
      return label !== undefined && cell.column > label.column + 1 && isLabel(label) && !isLabel(cell);
    });
    if (begins && apart) return true;
  }
  return false;
}

function filledRows(cells: readonly Cell[]): Cell[][] {
  const rows = new Map<number, Cell[]>();
  for (const cell of cells) {
    if (cell.text.trim() === '') continue;
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows.values()];
}

const LONGEST_LABEL = 40;

function isLabel({ text }: Cell): boolean {
  if (text.length > LONGEST_LABEL) return false;
  const { core } = labelText(text);
  return fieldOf(core) !== undefined || budgetOf(core) !== undefined;
}
