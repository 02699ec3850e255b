import type { TableDraft } from '../layout/table-draft.js';
import { type ColumnMatch, inColumns } from './column-match.js';

/** Rows compared after those that are the same in both. */
const COMPARED = 4;
/** Rows with the label of the first form that show a second one. */
const ENOUGH = 2;
/** A row of one cell with the title of a form. */
const TITLE = /^.{2,40}表(?:[（(].{1,20}[)）])?$/;

/**
 * Whether a table is a form of its own and not the rest of the one before: it begins with a title, or with the same labels again (项目名称,
 * 主管部门 …), one to a row, each in a cell of the same width, whatever is filled in behind them. `same` counts the leading
 * rows that are equal in both. Rows of a list, whose first column repeats one value, do not count twice.
 */
export function startsNewForm(
  first: TableDraft,
  next: TableDraft,
  columns: ColumnMatch,
  same: number,
): boolean {
  const own = next.cells.filter((cell) => cell.row === same);
  if (own.length === 1 && TITLE.test(own[0]?.text ?? '')) return true;
  const labels = new Set<string>();
  for (let row = same; row < same + COMPARED; row++) {
    const before = labelOf(first, columns.first, row);
    const after = labelOf(next, columns.second, row);
    if (before !== null && before === after) labels.add(before);
  }
  return labels.size >= ENOUGH;
}

/** First cell of a row with its width; null where it is blank or begins further up. */
function labelOf(table: TableDraft, lines: readonly number[], row: number): string | null {
  const cell = table.cells.find(
    (candidate) => candidate.row > row || (candidate.row === row && candidate.column === 0),
  );
  if (cell?.row !== row || cell.column !== 0 || cell.text === '') return null;
  const { column, columnEnd } = inColumns(cell, lines);
  return `${column} ${columnEnd} ${cell.text.replaceAll(/\s/g, '')}`;
}
