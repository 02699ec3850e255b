import type { Cell } from '../../src/model/grid.js';
import { contactColumns } from './contact-columns.js';
import { isFigureLabel, isPlainNumber } from './figure-label.js';
import { maskPrivateCells, maskUnderLabel } from './mask-private-cells.js';

/**
 * The texts of a table's cells with private names and numbers masked: a label speaks for the cell to the right and, where a row of
 * headings holds it, for the column below; numbers below the heading of a count stay.
 */
export function maskRows(rows: ReadonlyMap<number, readonly Cell[]>): Map<Cell, string> {
  const columns = contactColumns(rows);
  const texts = new Map<Cell, string>();
  const headings = new Map<number, string>();
  for (const [, row] of [...rows].sort(([a], [b]) => a - b)) {
    const masked = maskPrivateCells(row.map(({ text }) => text));
    for (const [index, cell] of row.entries()) {
      const label = columns.get(cell);
      const isNumber = isPlainNumber(cell.text);
      const isFigure = !label && isNumber && isFigureLabel(headings.get(cell.column) ?? '');
      const text = isFigure ? cell.text : (masked[index] ?? cell.text);
      texts.set(cell, label ? maskUnderLabel(text, label) : text);
      if (!isNumber && cell.text.trim() !== '') headings.set(cell.column, cell.text);
    }
  }
  return texts;
}
