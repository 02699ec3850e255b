import { type ColumnMatch, inColumns } from './column-match.js';
import type { DraftCell, TableDraft } from './table-draft.js';

/** Headers are short; beyond this many rows it is the same content twice. */
const MOST_ROWS = 8;

/**
 * Number of leading rows of `next` that print the first rows of `first` again: same cells, same texts. A cell that hangs
 * over into the row after the last one ends the header before it.
 */
export function repeatedHeaderRows(first: TableDraft, next: TableDraft, columns: ColumnMatch): number {
  const limit = Math.min(MOST_ROWS, first.rows, next.rows);
  let repeated = 0;
  for (let rows = 1; rows <= limit; rows++) {
    const before = headerCells(first, columns.first, rows);
    const after = headerCells(next, columns.second, rows);
    if (before === null || after === null) continue;
    if (before !== after) break;
    repeated = rows;
  }
  return repeated;
}

/** The first rows as one string; null where a cell hangs over into the row below them. */
function headerCells(table: TableDraft, lines: readonly number[], rows: number): string | null {
  const cells = table.cells.filter((cell) => cell.row < rows);
  if (cells.some((cell) => cell.rowEnd > rows)) return null;
  if (cells.every((cell) => cell.text === '')) return null;
  return cells.map((cell) => describe(inColumns(cell, lines))).join('\n');
}

const describe = (cell: DraftCell): string =>
  [cell.row, cell.rowEnd, cell.column, cell.columnEnd, cell.text.replaceAll(/\s/g, '')].join(' ');
